import { afterEach, expect, test, vi } from 'vitest'
import { passTime } from '../pass-time.ts'
import { anInstallation } from './fake/activities/installation.ts'
import { aCardAction, aJudgement, anInvoke, aPastedLink, aSearch } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import { aReaction } from './fake/activities/reaction.ts'
import { tokenKinds } from './fake/fake-connector.ts'
import type { Fault } from './fake/state/faults.ts'
import { aPerson } from './fake/state/people.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const streams = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')]

afterEach(() => {
  for (const stream of streams) stream.mockClear()
})

const person = aPerson('Wilhelmina Quokka')
const text = 'zebra crossing permits'
const place = 'personal'

/** Everything that people can do, with words that stand nowhere else. */
function activitiesOf({ teams }: RunningAdapter): readonly object[] {
  const by = { place, from: person } as const
  return [
    aMessage(teams, { ...by, text }),
    aMessage(teams, { ...by, text: clear }),
    aMessage(teams, { ...by, text, place: 'channel' }),
    aMessage(teams, { ...by, text, place: 'groupChat', targeted: true }),
    aMessage(teams, { ...by, value: { verb: 'choose', question: text, language: 'en' } }),
    aCardAction(teams, { ...by, verb: 'choose', data: { question: text, language: 'en' } }),
    aCardAction(teams, { ...by, verb: text }),
    aSearch(teams, { ...by, text }),
    aPastedLink(teams, { ...by, url: `https://www.iom.int/${text.replaceAll(' ', '-')}` }),
    aJudgement(teams, { ...by, reaction: 'dislike', comment: text }),
    aReaction(teams, { ...by, to: '1', type: 'like' }),
    anInstallation(teams, { ...by, action: 'add' }),
    anInvoke(teams, { ...by, name: 'message/submitAction', value: text }),
  ]
}

/** What must never be told: secrets, tokens in both directions, what people write and who they are. */
function secretsOf({ teams }: RunningAdapter): string[] {
  const bearers = teams.calls.flatMap(({ headers }) => String(headers.authorization ?? '').split(/[ .]/))
  const callers = tokenKinds.flatMap((kind) => (teams.token(kind) ?? '').split(/[ .]/))
  const parts = [...bearers, ...callers].filter((part) => part.length > 12)
  return [teams.appSecret, ...parts, 'zebra', 'crossing', 'Quokka', person.aadObjectId, 'soup', 'Toucan', 'BEGIN']
}

async function expectNothingTold(running: RunningAdapter): Promise<void> {
  await passTime(running.clock, running.adapter.stop(300_000))
  const printed = streams.flatMap((stream) => stream.mock.calls)
  expect(printed).toEqual([])
  const log = running.logged.join('')
  expect(log).not.toBe('')
  for (const secret of secretsOf(running)) expect(log).not.toContain(secret)
}

async function doEverything(running: RunningAdapter): Promise<void> {
  const sending = activitiesOf(running).map((activity) => running.send(activity))
  await passTime(running.clock, Promise.all(sending))
}

test('nothing that people do leaves their words or their names in the log', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  await doEverything(running)
  await expectNothingTold(running)
})

test.each<[what: string, fault: Fault]>([
  ['refuses everything', { area: 'connector', status: 403, code: 'Forbidden', times: -1 }],
  ['fails for ever', { area: 'connector', status: 500, times: -1 }],
  [
    'repeats what it gets',
    { area: 'connector', status: 400, body: { error: { code: 'x', message: text } }, times: -1 },
  ],
  ['cuts connections', { area: 'connector', drop: 'after', times: -1 }],
  ['does not take our token', { area: 'connector', status: 401, times: -1 }],
])('nor while Teams %s', async (_, fault) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint(), callTimeoutMs: 1000 })
  running.teams.fault(fault)
  await doEverything(running)
  await expectNothingTold(running)
})

test('nor when answering itself fails, with words of the question in the error', async () => {
  const fails = () => Promise.reject(new Error(`cannot answer "${text}" of ${person.name}`))
  const focalPoint = { ...topicsFocalPoint(), ask: fails, find: fails }
  await using running = await startAdapter({ focalPoint })
  await doEverything(running)
  await expectNothingTold(running)
})

test('no token and no secret is told, whoever calls and whatever the identity service says', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send, clock } = running
  for (const token of tokenKinds) await send(aMessage(teams, { place, text, from: person }), { token })
  const secret = teams.appSecret
  teams.changeSecret('another one')
  teams.revokeTokens()
  await passTime(clock, send(aMessage(teams, { place, text, from: person })))
  // Time passes faster than the identity service answers.
  await teams.until(() => running.logged.join('').includes('MicrosoftAppPassword'), 'that the secret is refused')
  teams.changeSecret(secret)
  await expectNothingTold(running)
})
