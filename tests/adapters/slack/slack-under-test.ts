import { notices } from '../../../adapters/chat/wording.ts'
import type {
  By,
  ChatDriver,
  ChatUnderTest,
  Circumstances,
  Person,
  SaidMessage,
  Sent,
} from '../chat/chat-under-test.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import type { Fields, Payload } from './fake/payloads/payload.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import type { RecordedCall } from './fake/state/recorded-calls.ts'
import { harmIn, sentBy } from './harm.ts'
import { buttonsIn, pressInMessage, pressInPrivate, type ShownButton } from './pressing.ts'
import { type RunningAdapter, startAdapter, type Transport } from './running-adapter.ts'
import { saidBy, shownBy, threadOf } from './said.ts'
import { unasked } from './unasked.ts'

/** Slack over a transport, as the contract of all chat adapters sees it. */
export function slackOver(transport: Transport): ChatDriver {
  return {
    start: async (circumstances) => slackUnderTest(await start(transport, circumstances)),
    unasked: Object.keys(unasked),
  }
}

const people: Readonly<Record<Person, string>> = { 'Ines Moreau': 'U00000001', 'Tomás Rey': 'U00000002' }

async function start(transport: Transport, circumstances: Circumstances = {}): Promise<RunningAdapter> {
  const running = await startAdapter(transport, circumstances)
  for (const [realName, id] of Object.entries(people)) running.slack.users.set(id, { realName })
  if (circumstances.store) skipIds(running.slack)
  return running
}

/** Slack gives no id again to an adapter that has been started again, but another Slack of tests begins anew. */
function skipIds({ ids }: FakeSlack): void {
  for (let i = 0; i < 100; i += 1) ids.next('')
}

function slackUnderTest(running: RunningAdapter): ChatUnderTest {
  const { slack, store, clock, logged, adapter } = running
  const send = async (payload: Payload, { times = 1 }: By = {}): Promise<Sent> => {
    const results = await Promise.all(Array.from({ length: times }, () => running.send(payload)))
    const isTaken = results.every(({ acknowledged }) => acknowledged)
    return { isTaken, thread: threadAsked(payload), payload }
  }
  return {
    store,
    clock,
    logged,
    secrets: [slack.botToken, slack.appToken, slack.signingSecret],
    patienceMs: 2500,
    askDirectly: (text, by) => send(directMessage(slack, spoken(slack, text, by)), by),
    mention: (text, by) => send(appMention(slack, { ...spoken(slack, text, by), channel: channelOf(by) }), by),
    command: (text, by) => send(command(slack, text, by), by),
    sayUnasked: (what, text) => send(unaskedCalled(what)(slack, text)),
    deliverAgain: ({ payload }) => send(payload as Payload),
    press: (message, label, by) => press(running, message, label, by),
    judge: (message, verdict, by) => press(running, message, thumb(slack, message, verdict), by),
    said: () => saidBy(slack),
    until: (isReached, what) => slack.until(isReached, what),
    isSeenWorking: () => saidBy(slack).some(({ text, isPrivate }) => isPrivate && text === notices.wait.en),
    harm: () => harmIn(sentBy(slack)),
    violations: () => [...slack.violations, ...slack.calls().flatMap(unknownMethod)],
    stop: () => adapter.stop(5000),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

/** As typed; Slack sends `&`, `<` and `>` of messages as entities, those of commands as they are. */
function spoken(slack: FakeSlack, text: string, by: By = {}) {
  const typed = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const below = by.below && (by.below.payload as Payload).body.event
  return {
    text: typed,
    user: personIn(slack, by),
    ...(below !== undefined && { thread_ts: threadTs(below as Spoken) }),
    ...(by.workspace === 'other' && { envelope: otherEnvelope(slack) }),
  }
}

function command(slack: FakeSlack, text: string, by: By = {}): Payload {
  const fields = by.workspace === 'other' ? { team_id: otherTeam, team_domain: 'other' } : {}
  return slashCommand(slack, { command: '/focal', text, user: personIn(slack, by), channel: channelOf(by), fields })
}

/** Slack tells what somebody reads when it is asked. */
function personIn(slack: FakeSlack, { who = 'Ines Moreau', locale }: By): string {
  const id = people[who]
  if (locale !== undefined) slack.users.set(id, { locale })
  return id
}

function channelOf({ channel }: By = {}): string {
  return channel === 'other' ? 'C00000002' : 'C00000001'
}

const otherTeam = 'T00000002'

function otherEnvelope({ botUserId }: FakeSlack): Fields {
  const authorizations = [{ team_id: otherTeam, user_id: botUserId, is_bot: true, enterprise_id: null }]
  return { team_id: otherTeam, context_team_id: otherTeam, authorizations }
}

type Spoken = { readonly channel: string; readonly ts: string; readonly thread_ts?: string }

function threadTs({ ts, thread_ts }: Spoken): string {
  return thread_ts ?? ts
}

/** Where an answer belongs: in a thread, unless it is one to a command. */
function threadAsked({ kind, body }: Payload): string {
  if (kind !== 'events_api') return threadOf({ channel: String(body.channel_id) })
  const { channel, ...event } = body.event as Spoken
  return threadOf({ channel, thread_ts: threadTs({ channel, ...event }) })
}

function unaskedCalled(what: string) {
  const payload = unasked[what]
  if (!payload) throw new Error(`${what} is not among ${Object.keys(unasked).join(', ')}`)
  return payload
}

async function press(
  running: RunningAdapter,
  { id, isPrivate }: SaidMessage,
  button: string | ShownButton['action'],
  by: By = {},
): Promise<void> {
  const { slack } = running
  const user = personIn(slack, by)
  if (!isPrivate) {
    await pressInMessage(
      running,
      slack.messages.find(({ ts }) => ts === id),
      button,
      { user },
    )
    return
  }
  const shown = shownBy(slack).find((message) => message.id === id)
  await pressInPrivate(running, shown?.blocks, button, { user, message_ts: id, channel: shown?.channel })
}

function thumb(slack: FakeSlack, { id }: SaidMessage, verdict: 'up' | 'down'): ShownButton['action'] {
  const shown = shownBy(slack).find((message) => message.id === id)
  const found = buttonsIn(shown?.blocks).find(({ action }) => action.value.includes(`"verdict":"${verdict}"`))
  if (!found) throw new Error(`no thumb ${verdict} under ${shown?.text}`)
  return found.action
}

function unknownMethod({ method, response }: RecordedCall): string[] {
  return JSON.stringify(response ?? '').includes('unknown_method') ? [`unknown method ${method}`] : []
}
