import { describe, expect, test } from 'vitest'
import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import { notices, words } from '../../../adapters/chat/wording.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import { ownFocalPoint, slowFocalPoint } from '../own-focal-point.ts'
import { appHomeOpened } from './fake/payloads/app-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { buttonNamed, handled, pressInView } from './pressing.ts'
import { type RunningAdapter, startAdapter, transports } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'
const answer = /Almaty Process: IOM serves/

/** Somebody looks a message up. */
function lookUp({ slack, send }: RunningAdapter, text = question) {
  return send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text }))
}

/** Somebody opens App Home. */
async function openHome({ slack, send }: RunningAdapter): Promise<void> {
  await send(appHomeOpened(slack, { tab: 'home' }))
  await slack.called('views.publish')
}

function shownIn({ slack }: RunningAdapter, at = 0): string {
  return JSON.stringify(slack.modals[at]?.view)
}

/** An assistant that answers when it is let go. */
function heldFocalPoint(): KnowingFocalPoint & { letGo(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { ...slowFocalPoint(promise), letGo: resolve }
}

/** The two ways to a window of its own. */
const ways = [
  ['a look-up', lookUp],
  [
    'an example of App Home',
    async (running: RunningAdapter) => {
      await openHome(running)
      return pressInView(running, running.slack.homes[0], 'focal.example.0')
    },
  ],
] as const

describe.each(transports)('over %s', (transport) => {
  test.each(ways)('%s opens a window with the question and its answer', async (_, open) => {
    await using running = await startAdapter(transport)
    expect(await open(running)).toMatchObject({ acknowledged: true })
    await running.slack.called('views.open')
    expect(shownIn(running)).toMatch(answer)
    expect(shownIn(running)).toContain(`Question: ${question}`)
    expect(shownIn(running)).toMatch(/as of (?:19|20)\d\d/)
    expect(running.slack.messages).toEqual([])
    expect(running.slack.violations).toEqual([])
  })

  test('while a look-up takes long, the window waits with the person, and then has the answer', async () => {
    const focalPoint = heldFocalPoint()
    await using running = await startAdapter(transport, { focalPoint })
    const { slack, clock } = running
    await lookUp(running)
    await clock.passSleepOf(300)
    const [opened] = await slack.called('views.open')
    expect(opened?.status).toBe(200)
    expect(shownIn(running)).toContain(words.loading.en)
    clock.advance(60_000)
    focalPoint.letGo()
    await slack.called('views.update')
    expect(shownIn(running)).toMatch(answer)
    expect(slack.modals).toHaveLength(1)
    expect(slack.violations).toEqual([])
  })
})

test('while an example takes long, its window waits as well', async () => {
  const focalPoint = heldFocalPoint()
  const own = ownFocalPoint()
  let isSlow = false
  const ask: KnowingFocalPoint['ask'] = (asked) => (isSlow ? focalPoint.ask(asked) : own.ask(asked))
  await using running = await startAdapter('http', { focalPoint: { ...own, ask } })
  const { slack, clock } = running
  await openHome(running)
  isSlow = true
  await pressInView(running, slack.homes[0], 'focal.example.0')
  await clock.passSleepOf(300)
  await slack.called('views.open')
  expect(shownIn(running)).toContain(words.loading.en)
  focalPoint.letGo()
  await slack.called('views.update')
  expect(shownIn(running)).toMatch(answer)
})

test('a look-up opens its window within the life of its trigger although nobody tells the language', async () => {
  const focalPoint = heldFocalPoint()
  await using running = await startAdapter('http', { focalPoint })
  const { slack, clock } = running
  slack.faults.add({ on: 'users.info', fail: 'hang' })
  await lookUp(running)
  await clock.passSleepOf(700)
  await clock.passSleepOf(300)
  const [opened] = await slack.called('views.open')
  expect(opened?.response).toMatchObject({ ok: true })
  focalPoint.letGo()
  await handled(running, 1)
})

test('a window that was closed while it waited is left closed, without a word', async () => {
  const focalPoint = heldFocalPoint()
  await using running = await startAdapter('http', { focalPoint })
  const { slack, clock } = running
  await lookUp(running)
  await clock.passSleepOf(300)
  await slack.called('views.open')
  slack.faults.add({ on: 'views.update', fail: { error: 'not_found' } })
  focalPoint.letGo()
  await handled(running, 1)
  expect(slack.responses).toEqual([])
})

test('where the assistant cannot answer, the window says so', async () => {
  const focalPoint = { ...ownFocalPoint(), ask: () => Promise.reject(new Error('away')) }
  await using running = await startAdapter('http', { focalPoint })
  await lookUp(running)
  await running.slack.called('views.open')
  expect(shownIn(running)).toContain(notices.unavailable.en)
  expect(running.slack.violations).toEqual([])
})

test('where the assistant cannot answer, App Home shows all else', async () => {
  const focalPoint = { ...ownFocalPoint(), ask: () => Promise.reject(new Error('away')) }
  await using running = await startAdapter('http', { focalPoint })
  await openHome(running)
  const shown = JSON.stringify(running.slack.homes[0]?.view)
  expect(shown).toContain('focal.example.0')
  expect(shown).toContain(notices.unavailable.en)
  expect(running.slack.violations).toEqual([])
})

test.each(['Factory/Nowhere', '', 'Europe/Paris|<!channel>'])(
  'a time zone that nobody knows (%j) does not take App Home away',
  async (tz) => {
    const methods = { 'users.info': { run: () => ({ user: { id: 'U00000001', locale: 'fr-FR', tz } }) } }
    await using running = await startAdapter('http', { slack: { methods } })
    await openHome(running)
    const shown = JSON.stringify(running.slack.homes[0]?.view)
    expect(shown).toContain('Votre fuseau horaire : UTC')
    expect(running.slack.violations).toEqual([])
  },
)

test.each(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'])(
  'a look-up that comes too late (%s) asks privately to click again',
  async (error) => {
    await using running = await startAdapter('http')
    const { slack } = running
    slack.faults.add({ on: 'views.open', fail: { error } })
    await lookUp(running)
    await handled(running, 1)
    expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: notices.clickAgain.en }])
    expect(slack.modals).toEqual([])
    expect(slack.violations).toEqual([])
  },
)

test('an example that comes too late asks to click again in a direct message', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  await openHome(running)
  slack.faults.add({ on: 'views.open', fail: { error: 'expired_trigger_id' }, times: 'always' })
  await pressInView(running, slack.homes[0], 'focal.example.0')
  await handled(running, 2)
  expect(slack.messages).toMatchObject([{ channel: 'D00000001', text: notices.clickAgain.en }])
  expect(slack.violations).toEqual([])
})

test('a window is not opened after the trigger has died', async () => {
  await using running = await startAdapter('http')
  const { slack, clock } = running
  slack.faults.add({ on: 'views.open', fail: { status: 500 }, times: 'always' })
  await lookUp(running)
  for (const ms of [500, 1000]) await clock.passSleepOf(ms)
  await handled(running, 1)
  expect(slack.calls('views.open')).toHaveLength(3)
  expect(slack.ephemerals).toMatchObject([{ text: notices.clickAgain.en }])
})

test('a window that opened although its answer got lost is filled', async () => {
  const focalPoint = heldFocalPoint()
  await using running = await startAdapter('http', { focalPoint })
  const { slack, clock } = running
  slack.faults.add({ on: 'views.open', fail: 'reset-after-work' })
  await lookUp(running)
  await clock.passSleepOf(300)
  await clock.passSleepOf(500)
  focalPoint.letGo()
  await slack.called('views.update')
  await handled(running, 1)
  expect(slack.modals).toHaveLength(1)
  expect(shownIn(running)).toMatch(answer)
  expect(slack.ephemerals).toEqual([])
})

test.each(['', '   ', '<@UBOT00001>', '\u200b'])(
  'a message without text (%j) is answered in a window',
  async (text) => {
    await using running = await startAdapter('http')
    await lookUp(running, text)
    await running.slack.called('views.open')
    expect(shownIn(running)).toContain(notices.noText.en)
    await handled(running, 1)
    expect(running.slack.violations).toEqual([])
  },
)

test('looking up the same message twice opens two windows', async () => {
  await using running = await startAdapter('http')
  await Promise.all([lookUp(running), lookUp(running)])
  await handled(running, 2)
  expect(running.slack.modals).toHaveLength(2)
})

test('what is looked up is no part of what the person talks about with us', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(slashCommand(slack, { command: '/focal', text: 'Who runs the secretariat of the Bali Process?' }))
  await lookUp(running)
  await handled(running, 2)
  const { body } = await send(slashCommand(slack, { command: '/focal', text: 'and when was it founded?' }))
  expect(JSON.stringify(body)).toContain('Bali Process')
})

test('a question of a window answers in the place of that answer, and goes on in another', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  await lookUp(running, 'who runs the secretariat?')
  await slack.called('views.open')
  await pressInView(running, slack.modals[0], 'focal.choose.0')
  await slack.called('views.update')
  expect(shownIn(running)).toMatch(answer)
  expect(shownIn(running)).toContain(`Question: ${question}`)
})

test('a window closed before its choice was answered stays closed', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  await lookUp(running, 'who runs the secretariat?')
  await slack.called('views.open')
  slack.faults.add({ on: 'views.update', fail: { error: 'not_found' } })
  await pressInView(running, slack.modals[0], 'focal.choose.0')
  await handled(running, 2)
  expect(slack.modals).toHaveLength(1)
  expect(slack.messages).toEqual([])
})

test('an example of an older version is answered with a friendly text in a window', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  await openHome(running)
  const [home] = slack.homes
  const action = { ...buttonNamed(home?.view, 'focal.example.0'), value: 'Almaty' }
  await pressInView(running, home, action)
  await slack.called('views.open')
  expect(shownIn(running)).toContain(notices.unknownControl.en)
  expect(slack.violations).toEqual([])
})

test('a look-up is answered in the language that its person reads', async () => {
  await using running = await startAdapter('http')
  running.slack.users.set('U00000001', { locale: 'fr-FR' })
  await lookUp(running)
  await running.slack.called('views.open')
  expect(shownIn(running)).toMatch(/assure le secrétariat/)
})
