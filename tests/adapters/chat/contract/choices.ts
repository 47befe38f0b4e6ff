import { expect } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import { answer, answers, says } from './asking.ts'
import { askingBack, awayWhile } from './assistants.ts'
import type { ContractPart } from './contract-part.ts'

/** Two questions that need another word, one with readings to choose from, one with questions to ask instead. */
const reading = {
  what: 'a reading',
  text: '¿y el de 2013?',
  label: 'el tema: IDM 2013',
  picked: /IDM 2013: la fuente no imprime ningún tema/,
  next: '¿y en 2014?',
  nextAnswer: /IDM 2014, tema: Human Mobility/,
}
const suggestion = {
  what: 'a suggestion',
  text: 'who runs the secretariat?',
  label: undefined,
  picked: /Almaty Process: IOM serves as technical secretariat/,
  next: 'and when was it founded?',
  nextAnswer: /do not give the founding date \(Almaty Process\)/,
}

/** What a question means is decided elsewhere and may change, so that one is always asked back. */
const withReadings = () => ({
  focalPoint: askingBack(reading.text, [
    { label: 'los eventos de 2013', question: '¿Cuáles fueron los eventos de 2013?' },
    { label: reading.label, question: '¿Cuál fue el tema del IDM de 2013?' },
  ]),
})

/** What is asked back can be picked. */
export const choicesContract: ContractPart = (promises) => {
  for (const { what, text, label, picked, next, nextAnswer } of [reading, suggestion]) {
    promises(
      `${what} that is picked in a channel takes its place, and the thread goes on with it`,
      async (chat) => {
        const asked = await chat.mention(text)
        const offered = await answer(chat)
        expect(offered.text).not.toMatch(picked)
        await chat.press(offered, label ?? first(offered.choices))
        const replaced = await says(chat, picked)
        expect(chat.said()).toMatchObject([{ id: offered.id, thread: asked.thread, isPrivate: false }])
        expect(replaced.text).not.toContain(offered.text)
        await chat.mention(next, { below: asked, who: 'Tomás Rey' })
        await answers(chat, 2)
        expect(chat.said()[1]?.text).toMatch(nextAnswer)
      },
      withReadings,
    )

    promises(
      `${what} that is picked in a direct message takes its place`,
      async (chat) => {
        await chat.askDirectly(text)
        const offered = await answer(chat)
        await chat.press(offered, label ?? first(offered.choices))
        await says(chat, picked)
        expect(chat.said()).toMatchObject([{ id: offered.id }])
      },
      withReadings,
    )

    promises(
      `${what} that is picked in a private answer takes its place there, and can be shared`,
      async (chat) => {
        await chat.command(text)
        const offered = await answer(chat)
        await chat.press(offered, label ?? first(offered.choices))
        await says(chat, picked)
        expect(chat.said()).toMatchObject([{ id: offered.id, isPrivate: true, canBeShared: true }])
        await chat.command(next)
        await answers(chat, 2)
        expect(chat.said()[1]).toMatchObject({ isPrivate: true, text: expect.stringMatching(nextAnswer) })
      },
      withReadings,
    )
  }

  promises(
    'what two people pick at once, one of them twice, is there once',
    async (chat) => {
      await chat.mention(reading.text)
      const offered = await answer(chat)
      const press = (who?: 'Tomás Rey') => chat.press(offered, reading.label, who && { who })
      await Promise.all([press(), press(), press('Tomás Rey')])
      await says(chat, /Diaspora Ministerial/)
      await chat.stop()
      expect(chat.said()).toMatchObject([{ id: offered.id, text: expect.stringMatching(/Diaspora Ministerial/) }])
    },
    withReadings,
  )

  promises(
    'what is picked is worded in the language of the question, whoever picks it',
    async (chat) => {
      await chat.mention(reading.text)
      await chat.press(await answer(chat), reading.label, { who: 'Tomás Rey', locale: 'fr-FR' })
      await says(chat, /la fuente no imprime/)
    },
    withReadings,
  )

  const assistant = { isAway: false }
  promises(
    'while the assistant cannot answer, whoever picks hears so, and may pick again',
    async (chat) => {
      assistant.isAway = false
      await chat.mention(suggestion.text)
      const offered = await answer(chat)
      assistant.isAway = true
      await chat.press(offered, first(offered.choices))
      await answers(chat, 2)
      expect(chat.said()).toMatchObject([offered, { isPrivate: true, text: notices.unavailable.en }])
      assistant.isAway = false
      await chat.press(offered, first(offered.choices))
      await says(chat, suggestion.picked)
    },
    () => ({ focalPoint: awayWhile(() => assistant.isAway) }),
  )
}

function first(labels: readonly string[]): string {
  const [label] = labels
  if (label === undefined) throw new Error('there is nothing to pick')
  return label
}
