import { expect, test } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import { objectIn } from './fake/fields.ts'
import { startAdapter } from './running-adapter.ts'
import { citationsIn, saidIn } from './shown-card.ts'

const questions = [
  ['Who runs the secretariat of the Almaty Process?', 'a fact'],
  ['Which events were there in 2017?', 'a list'],
  ['What was the theme of the IDM in 2014? And who runs the secretariat of MIDSA?', 'two questions at once'],
  ['Quel est le rôle de l’OIM dans le Processus de Bali ?', 'a question in French'],
  ['who chairs the Rabat Process?', 'what is not known, beside what is'],
] as const

test.each(questions)(
  'the documents behind the answer to "%s" are named where machines read them (%s)',
  async (text) => {
    await using running = await startAdapter()
    await running.send(aMessage(running.teams, { text, place: 'channel' }))
    const [message] = running.teams.messages
    const entities = (message?.body.entities ?? []) as object[]
    expect(entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        citation: expect.any(Array),
      },
    ])
    const citations = message ? citationsIn(message) : []
    expect(citations.length).toBeGreaterThan(0)
    citations.forEach((citation, i) => {
      const appearance = objectIn(citation, 'appearance')
      expect(citation).toMatchObject({ '@type': 'Claim', position: i + 1, appearance: { '@type': 'DigitalDocument' } })
      expect(String(appearance.name).length).toBeLessThanOrEqual(80)
      expect(String(appearance.abstract).length).toBeLessThanOrEqual(160)
      expect(saidIn(message)).toContain(appearance.name)
    })
  },
)

test('what comes from files is never said to be written by a machine', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  for (const [text] of questions) await send(aMessage(teams, { text, place: 'channel' }))
  await send(aMessage(teams, { text: '', place: 'channel' }))
  expect(teams.messages).toHaveLength(questions.length + 1)
  expect(JSON.stringify(teams.messages)).not.toMatch(/additionalType|AIGeneratedContent|aiGenerated/i)
})

test('what has no source names no document, but what was looked through', async () => {
  await using running = await startAdapter()
  await running.send(aMessage(running.teams, { text: 'zzqx vlorp', place: 'personal' }))
  const [message] = running.teams.messages
  expect(message?.body).not.toHaveProperty('entities')
  expect(saidIn(message)).toMatch(/Looked in \d+ documents, the newest as of \d{4}/)
})

test('the people of an answer can say whether it helped, those of a notice cannot', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  await send(aMessage(teams, { text: questions[0][0], place: 'channel' }))
  await send(aMessage(teams, { text: '', place: 'channel' }))
  const [answer, help] = teams.messages
  expect(answer?.body.channelData).toEqual({ feedbackLoop: { type: 'default' } })
  expect(help?.body).not.toHaveProperty('channelData')
})
