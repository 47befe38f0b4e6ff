import { describe, expect, test } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import { aMessage } from '../fake/activities/message.ts'
import { objectIn, objectsIn } from '../fake/fields.ts'
import { personalConversationOf } from '../fake/state/conversation-ids.ts'
import { INES } from '../fake/state/people.ts'
import type { RecordedCall } from '../fake/state/recorded-calls.ts'
import { topicsFocalPoint, unclear } from '../own-topics.ts'
import { execute, labelsIn } from '../pressing.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'
import { saidIn } from '../shown-card.ts'

const question = 'I lost my badge'

function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

/** Asks with a slash command, so that only whoever asks sees the answer. */
async function askPrivately({ teams, send }: RunningAdapter, place: 'channel' | 'groupChat' = 'channel') {
  const asked = aMessage(teams, { text: question, place, targeted: true })
  expect(await send(asked)).toMatchObject({ status: 200 })
  return asked
}

/** The calls with which messages are sent or changed. */
function messageCalls({ teams }: RunningAdapter): RecordedCall[] {
  return teams.calls.filter(({ area, path }) => area === 'connector' && path.includes('/activities'))
}

describe('the answer to a slash command', () => {
  test.each(['channel', 'groupChat'] as const)('is for nobody else to see in a %s', async (place) => {
    await using running = await start()
    const asked = await askPrivately(running, place)
    const [call, ...others] = messageCalls(running)
    expect(others).toEqual([])
    expect(call?.query).toEqual({ isTargetedActivity: 'true' })
    expect(call?.body).toMatchObject({ recipient: { id: INES.id, isTargeted: true } })
    // What marks the call on its way through the client does not leave this process.
    expect(Object.keys(call?.headers ?? {}).filter((name) => name.startsWith('x-focal'))).toEqual([])
    expect(running.teams.messages).toMatchObject([{ targeted: true, conversationId: asked.conversation.id }])
  })

  test('is an ordinary message in person, where nobody else is', async () => {
    await using running = await start()
    await running.send(aMessage(running.teams, { text: question, place: 'personal', targeted: true }))
    expect(messageCalls(running).map(({ query }) => query)).toEqual([{}])
    expect(running.teams.messages).toMatchObject([{ targeted: false }])
  })

  test('is changed without saying for whom it is', async () => {
    await using running = await start()
    const { teams, send } = running
    await send(aMessage(teams, { text: unclear, place: 'channel', targeted: true }))
    const [asked] = teams.messages
    await execute(running, asked, labelsIn(asked?.body)[0] ?? '')
    await running.adapter.stop(5000)
    const update = messageCalls(running).find(({ method }) => method === 'PUT')
    expect(update).toMatchObject({ status: 200, query: { isTargetedActivity: 'true' } })
    expect(update?.body).not.toHaveProperty('recipient')
    expect(teams.shown()).toMatchObject([{ kind: 'updated', targeted: true }])
  })

  test.each<[status: number, code: string, reason: string]>([
    [400, 'BadSyntax', 'no private messages in this place'],
    [403, 'Forbidden', 'not for this app'],
    [404, 'MemberNotFoundInConversation', 'not for this person'],
  ])('goes into the personal chat at a %i (%s, %s)', async (status, code) => {
    await using running = await start()
    const { teams } = running
    teams.fault({ area: 'connector', path: '/activities', status, code })
    await askPrivately(running)
    const conversationId = personalConversationOf(INES.id)
    expect(teams.messages).toMatchObject([{ targeted: false, conversationId, replyToId: undefined }])
    expect(saidIn(teams.messages[0])).toMatch(/I lost my badge.*Pelican/s)
    const opened = teams.calls.find(({ path }) => path === '/v3/conversations')
    expect(opened?.body).toMatchObject({ members: [{ id: INES.id }], tenantId: teams.tenant, isGroup: false })
    expect(messageCalls(running).at(-1)?.body).not.toHaveProperty('recipient')
  })

  test('is never shown to everybody, even if it gets nowhere', async () => {
    await using running = await start()
    const { teams } = running
    teams.fault({ area: 'connector', path: '/activities', status: 400, times: -1 })
    teams.fault({ area: 'connector', path: /conversations$/, status: 403, times: -1 })
    await askPrivately(running)
    expect(teams.messages).toEqual([])
    const called = messageCalls(running)
    expect(called.length).toBeGreaterThan(0)
    expect(called.every(({ query }) => query.isTargetedActivity === 'true')).toBe(true)
    expect(running.logged.join('')).toMatch(/teams activity failed/)
    expect(running.logged.join('')).not.toMatch(/Pelican|I lost my badge|29:/)
  })

  test.each([500, 503])('is tried again as a private one at a %i', async (status) => {
    await using running = await start()
    const { teams, clock } = running
    teams.fault({ area: 'connector', path: '/activities', status })
    const asking = askPrivately(running)
    await clock.passSleepOf(500)
    await asking
    expect(teams.messages).toMatchObject([{ targeted: true }])
    expect(teams.calls.some(({ path }) => path === '/v3/conversations')).toBe(false)
  })
})

test('a button of a private answer that went into the personal chat acts there', async () => {
  await using running = await start()
  const { teams, send } = running
  teams.fault({ area: 'connector', path: '/activities', status: 404 })
  await send(aMessage(teams, { text: unclear, place: 'channel', targeted: true }))
  const [asked] = teams.messages
  await execute(running, asked, labelsIn(asked?.body)[0] ?? '')
  await running.adapter.stop(5000)
  expect(teams.shown()).toMatchObject([
    { kind: 'updated', targeted: false, conversationId: personalConversationOf(INES.id) },
  ])
})

test.each([
  ['that went into the personal chat', 'channel', 'show me the handbook'],
  ['to a slash command in person', 'personal', 'show me the handbook'],
] as const)('a private answer %s cannot be shared with anybody, on none of its pages', async (_what, place, text) => {
  await using running = await start()
  const { teams, send } = running
  if (place === 'channel') teams.fault({ area: 'connector', path: '/activities', status: 404 })
  await send(aMessage(teams, { text, place, targeted: true }))
  const [first] = teams.messages
  expect(labelsIn(first?.body)).toEqual(['More'])
  await execute(running, first, 'More')
  await running.adapter.stop(5000)
  expect(labelsIn(teams.shown()[0]?.body)).toEqual(['Back', 'More'])
})

describe('an answer that Teams finds too large', () => {
  test.each([
    ['in a channel', 'channel', false],
    ['in person', 'personal', false],
    ['for one person among others', 'channel', true],
  ] as const)('is said in words %s', async (_where, place, targeted) => {
    await using running = await startAdapter()
    const { teams, send } = running
    teams.fault({ area: 'connector', path: '/activities', status: 413, code: 'MessageSizeTooBig' })
    const text = 'Who runs the secretariat of the Almaty Process?'
    expect(await send(aMessage(teams, { text, place, targeted }))).toMatchObject({ status: 200 })
    expect(teams.messages).toMatchObject([{ targeted, body: { textFormat: 'plain' } }])
    const [message] = teams.messages
    expect(message?.body).not.toHaveProperty('attachments')
    expect(saidIn(message)).toMatch(/UNHCR.*Source: .*\[1\]$/s)
    const [entity = {}] = objectsIn(message?.body ?? {}, 'entities')
    expect(objectsIn(entity, 'citation').map((citation) => objectIn(citation, 'appearance').name)).toHaveLength(1)
  })

  test('is told to have failed where even that is too much', async () => {
    await using running = await start()
    const { teams, send } = running
    teams.fault({ area: 'connector', path: '/activities', status: 413, times: 2 })
    expect(await send(aMessage(teams, { text: question, place: 'personal' }))).toMatchObject({ status: 200 })
    expect(teams.messages.map(saidIn)).toEqual([notices.failed.en])
  })
})
