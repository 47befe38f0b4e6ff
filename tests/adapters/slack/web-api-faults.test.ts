import { afterEach, describe, expect, test, vi } from 'vitest'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import { slackNotices } from '../../../adapters/slack/drawing/wording.ts'
import { appHomeOpened } from './fake/payloads/app-events.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import type { Failure } from './fake/state/faults.ts'
import { handled, pressInMessage, pressInView } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

/** Something that a person does, and the one call that it takes to answer. */
type Surface = {
  readonly on: string
  /** What comes before, as payloads; the call is not in trouble yet. */
  readonly before?: (running: RunningAdapter) => Promise<number>
  readonly act: (running: RunningAdapter) => Promise<unknown>
  /** How many answers there are to see. */
  readonly seen: (running: RunningAdapter) => number
}

type Row = {
  readonly fail: Failure
  readonly times?: number | 'always'
  /** Milliseconds that are waited before the next try. */
  readonly waits: readonly number[]
  readonly seen: number
  readonly told?: keyof typeof slackNotices
  readonly why: string
}

const surfaces = {
  'a question in a channel': {
    on: 'chat.postMessage',
    act: ({ slack, send }) => send(appMention(slack, { text: question })),
    seen: ({ slack }) => slack.messages.length,
  },
  'a question in direct messages': {
    on: 'chat.postMessage',
    act: ({ slack, send }) => {
      const message = directMessage(slack, { text: question })
      const { ts, channel, user, text } = message.body.event as Record<'ts' | 'channel' | 'user' | 'text', string>
      // Slack shows the question in its thread.
      slack.posted.add({ ts, channel, user, text, team: slack.teamId, blocks: undefined })
      return send(message)
    },
    seen: ({ slack }) => slack.messages.filter(({ bot_id }) => bot_id).length,
  },
  'App Home': {
    on: 'views.publish',
    act: ({ slack, send }) => send(appHomeOpened(slack, { tab: 'home' })),
    seen: ({ slack }) => slack.homes.length,
  },
  'a look-up': {
    on: 'views.open',
    act: ({ slack, send }) => send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: question })),
    seen: ({ slack }) => slack.modals.length,
  },
  'a choice in a window': {
    on: 'views.update',
    before: async ({ slack, send }) => {
      await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: 'who runs the secretariat?' }))
      await slack.called('views.open')
      return 1
    },
    act: (running) => pressInView(running, running.slack.modals[0], 'focal.choose.0'),
    seen: ({ slack }) => slack.modals.filter(({ view }) => JSON.stringify(view).includes('UNHCR')).length,
  },
  'a choice in a message': {
    on: 'response_url',
    before: async ({ slack, send }) => {
      await send(appMention(slack, { text: 'who runs the secretariat?' }))
      await slack.called('chat.postMessage')
      return 1
    },
    act: (running) => pressInMessage(running, running.slack.messages[0], 'focal.choose.0'),
    seen: ({ slack }) => slack.messages.filter(({ text }) => text.includes('UNHCR')).length,
  },
  'the prompts of the Messages tab': {
    on: 'assistant.threads.setSuggestedPrompts',
    act: ({ slack, send }) => send(appHomeOpened(slack, { tab: 'messages' })),
    seen: ({ slack }) => slack.prompts.size,
  },
} as const satisfies Record<string, Surface>

const allWaits = [500, 1000, 2000, 4000]
const busy = 'Slack says that it did nothing, so another try is safe'

/** What is the same wherever a second call does no harm. */
const usual: readonly Row[] = [
  { fail: { status: 429, retryAfter: 2 }, waits: [2000], seen: 1, why: 'Slack says how long to wait' },
  { fail: { status: 500 }, waits: [500], seen: 1, why: busy },
  { fail: { status: 500 }, times: 2, waits: [500, 1000], seen: 1, why: busy },
  { fail: { error: 'service_unavailable' }, waits: [500], seen: 1, why: busy },
  { fail: 'html', waits: [500], seen: 1, why: 'a page of some proxy is no answer of Slack' },
]
const harmlessTwice: readonly Row[] = [
  ...usual,
  { fail: { error: 'internal_error' }, waits: [500], seen: 1, why: 'done twice it comes to the same' },
  { fail: 'reset', waits: [500], seen: 1, why: 'done twice it comes to the same' },
  { fail: 'reset-after-work', waits: [500], seen: 1, why: 'done twice it comes to the same' },
  { fail: 'hang', waits: [500], seen: 1, why: 'nobody waits for ever' },
]
const patient: readonly Row[] = [
  { fail: { status: 429 }, waits: [5000], seen: 1, why: 'Slack gives no time, so it is ours' },
  { fail: { status: 429, retryAfter: 60 }, times: 3, waits: [60_000, 60_000, 60_000], seen: 1, why: 'a limit ends' },
]
const noOneTold: readonly Row[] = [
  { fail: { status: 500 }, times: 'always', waits: allWaits, seen: 0, why: 'nothing is tried for ever' },
  { fail: { status: 429, retryAfter: 600 }, waits: [], seen: 0, why: 'nobody waits ten minutes' },
  { fail: { error: 'not_enabled' }, waits: [], seen: 0, why: 'refused for good' },
]
const toldOfFailure = noOneTold.map((row): Row => ({ ...row, told: 'failed' }))

const refusedForGood = ['not_in_channel', 'is_archived', 'restricted_action', 'channel_not_found'].map(
  (error): Row => ({ fail: { error }, waits: [], seen: 0, told: 'failed', why: 'another try changes nothing' }),
)

const rows: Readonly<Record<keyof typeof surfaces, readonly Row[]>> = {
  'a question in a channel': [
    ...usual,
    ...patient,
    ...toldOfFailure,
    ...refusedForGood,
    {
      fail: 'reset',
      waits: [],
      seen: 0,
      told: 'uncertain',
      why: 'the thread cannot be read, and two answers are worse',
    },
    { fail: 'reset-after-work', waits: [], seen: 1, told: 'uncertain', why: 'the thread cannot be read' },
    { fail: 'hang', waits: [], seen: 0, told: 'uncertain', why: 'Slack may still do it' },
    { fail: { error: 'internal_error' }, waits: [], seen: 0, told: 'uncertain', why: 'some of it may be done' },
    { fail: { status: 504 }, waits: [], seen: 0, told: 'uncertain', why: 'a gateway does not know' },
  ],
  'a question in direct messages': [
    ...usual,
    ...patient,
    ...toldOfFailure,
    { fail: 'reset', waits: [500], seen: 1, why: 'the thread is searched, and the answer is not there' },
    { fail: 'reset-after-work', waits: [], seen: 1, why: 'the thread is searched, and the answer is there' },
    { fail: 'hang', waits: [500], seen: 1, why: 'the thread is searched, and the answer is not there' },
    { fail: { error: 'internal_error' }, waits: [500], seen: 1, why: 'the thread is searched' },
  ],
  'App Home': [...harmlessTwice, ...patient, ...noOneTold],
  'a look-up': [
    ...harmlessTwice,
    { fail: { status: 429 }, waits: [], seen: 0, told: 'clickAgain', why: 'the trigger dies before the limit ends' },
    {
      fail: { status: 500 },
      times: 'always',
      waits: [500, 1000],
      seen: 0,
      told: 'clickAgain',
      why: 'the trigger dies after three seconds',
    },
    { fail: { error: 'not_enabled' }, waits: [], seen: 0, told: 'failed', why: 'refused for good' },
  ],
  'a choice in a window': [...harmlessTwice, ...patient],
  'a choice in a message': [
    ...harmlessTwice,
    ...patient,
    { fail: { status: 404 }, times: 'always', waits: [], seen: 0, told: 'failed', why: 'the address is used up' },
    { fail: { error: 'no_permission' }, times: 'always', waits: [], seen: 0, told: 'failed', why: 'refused for good' },
  ],
  'the prompts of the Messages tab': [...harmlessTwice, ...patient, ...noOneTold],
}

const cases = Object.entries(rows).flatMap(([what, ofSurface]) =>
  ofSurface.map((row) => ({ what: what as keyof typeof surfaces, ...row, fault: nameOf(row) })),
)

function nameOf({ fail, times }: Row): string {
  const name = typeof fail === 'string' ? fail : Object.values(fail).join(', retry after ')
  return times ? `${name}, ${times === 'always' ? 'for ever' : `${times} times`}` : name
}

afterEach(() => {
  vi.restoreAllMocks()
})

/** From now on, a call times out when it is told to. */
function holdTimeouts(): () => void {
  const timeouts: AbortController[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const timeout = new AbortController()
    timeouts.push(timeout)
    return timeout.signal
  })
  return () => {
    for (const timeout of timeouts) timeout.abort(new DOMException('too long', 'TimeoutError'))
  }
}

test.each(cases)('$what: $fault ends with $seen to see and $told, because $why', async (row) => {
  const { on, act, seen, ...surface }: Surface = surfaces[row.what]
  await using running = await startAdapter('http')
  const { slack, clock } = running
  const before = (await surface.before?.(running)) ?? 0
  await handled(running, before)
  const timeOut = row.fail === 'hang' ? holdTimeouts() : undefined
  slack.faults.add({ on, fail: row.fail, times: row.times })
  const started = slack.calls(on).length
  await act(running)
  if (timeOut) await slack.called(on, started + 1)
  timeOut?.()
  for (const ms of row.waits) await clock.passSleepOf(ms)
  await handled(running, before + 1)
  expect(seen(running)).toBe(row.seen)
  expect(slack.ephemerals.map(({ text }) => text)).toEqual(row.told ? [slackNotices[row.told].en] : [])
  if (!row.told) expect(slack.calls(on)).toHaveLength(started + row.waits.length + 1)
  expect(slack.violations).toEqual([])
})

const anyFault: readonly Failure[] = [
  { status: 429, retryAfter: 30 },
  { status: 429 },
  { status: 500 },
  { error: 'missing_scope' },
  { error: 'user_not_found' },
  'reset',
  'reset-after-work',
  'html',
]

test.each(anyFault)('a question is answered at once although users.info fails with %j', async (fail) => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  slack.users.set('U00000001', { locale: 'fr-FR' })
  slack.faults.add({ on: 'users.info', fail, times: 'always' })
  await send(appMention(slack, { text: question }))
  await slack.called('chat.postMessage')
  expect(slack.messages).toMatchObject([{ text: expect.stringMatching(/serves as technical secretariat/) }])
})

test('a question that comes while Slack cannot be reached is answered when it is back', async () => {
  await using running = await startAdapter('http')
  const { slack, send, clock, logged } = running
  await slack.stopListening()
  await send(appMention(slack, { text: question }))
  await slack.until(() => logged.some((line) => line.includes('"kind":"unsent"')), 'a call that did not get through')
  await slack.listenAgain()
  await clock.passSleepOf(500)
  await handled(running, 1)
  expect(slack.messages).toMatchObject([{ text: expect.stringContaining('UNHCR') }])
  expect(slack.ephemerals).toEqual([])
})

describe('an answer whose confirmation got lost', () => {
  test('is found in a long thread too', async () => {
    await using running = await startAdapter('http')
    const { slack, send } = running
    const first = directMessage(slack, { text: question })
    const { ts: thread_ts, channel } = first.body.event as { ts: string; channel: string }
    const said = { channel, user: 'U00000001', team: slack.teamId, blocks: undefined }
    slack.posted.add({ ...said, ts: thread_ts, text: question })
    for (let i = 0; i < 450; i += 1) slack.posted.add({ ...said, ts: slack.ids.nextTs(), thread_ts, text: 'and then?' })
    slack.faults.add({ on: 'chat.postMessage', fail: 'reset-after-work' })
    await send(directMessage(slack, { text: question, thread_ts }))
    await handled(running, 1)
    expect(slack.calls('conversations.replies')).toHaveLength(3)
    expect(slack.messages.filter(({ bot_id }) => bot_id)).toHaveLength(1)
    expect(slack.ephemerals).toEqual([])
  })

  test('is looked for again when the search fails', async () => {
    await using running = await startAdapter('http')
    const { slack, clock } = running
    slack.faults.add({ on: 'chat.postMessage', fail: 'reset-after-work' })
    slack.faults.add({ on: 'conversations.replies', fail: { status: 500 } })
    await surfaces['a question in direct messages'].act(running)
    await clock.passSleepOf(500)
    await handled(running, 1)
    expect(surfaces['a question in direct messages'].seen(running)).toBe(1)
    expect(slack.ephemerals).toEqual([])
  })

  test('is asked about where the search is refused', async () => {
    await using running = await startAdapter('http')
    const { slack } = running
    slack.faults.add({ on: 'chat.postMessage', fail: 'reset-after-work' })
    slack.faults.add({ on: 'conversations.replies', fail: { error: 'thread_not_found' } })
    await surfaces['a question in direct messages'].act(running)
    await handled(running, 1)
    expect(surfaces['a question in direct messages'].seen(running)).toBe(1)
    expect(slack.ephemerals).toMatchObject([{ text: slackNotices.uncertain.en }])
  })

  test('is told about in the language of the answer, once, even when that fails', async () => {
    await using running = await startAdapter('http')
    const { slack, send } = running
    slack.faults.add({ on: 'chat.postMessage', fail: 'reset' })
    slack.faults.add({ on: 'chat.postEphemeral', fail: { status: 500 }, times: 'always' })
    await send(appMention(slack, { text: '¿Quién ejerce la secretaría del Proceso de Almaty?' }))
    await handled(running, 1)
    const [call, ...more] = slack.calls('chat.postEphemeral')
    expect(call?.args.text).toBe(slackNotices.uncertain.es)
    expect(more).toEqual([])
  })
})
