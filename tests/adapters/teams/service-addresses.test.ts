import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { activitySchema } from '../../../adapters/teams/connection/activity.ts'
import { UntrustedServiceError } from '../../../adapters/teams/connector/connector-pool.ts'
import type { ConversationReference } from '../../../src/store/references.ts'
import { anInstallation } from './fake/activities/installation.ts'
import { aMessage } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { tellUnasked } from './reminders/tell-unasked.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

/** Somebody who would like to have our token, on this machine too, but at another port. */
let stranger: FakeConnector
let running: RunningAdapter

beforeAll(async () => {
  stranger = await startFakeConnector()
  const moved = async () => ({ status: 307, headers: { location: filled('http://THEIRS/emea/') }, body: '' })
  const teams = await startFakeConnector({ routes: () => ({ moved }) })
  const settings = { TEAMS_ALLOWED_SERVICE_HOSTS: `smba.trafficmanager.net, 127.0.0.1:${teams.port}` }
  running = await startAdapter({ beside: teams, settings, focalPoint: topicsFocalPoint() })
})
afterEach(() => {
  expect(stranger.calls).toEqual([])
})
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  await running.teams[Symbol.asyncDispose]()
  await stranger[Symbol.asyncDispose]()
})

/** An address in which `OURS` stands for where Teams listens, and `THEIRS` for where the stranger does. */
function filled(url: string): string {
  const { port } = running.teams
  return url
    .replace('OURS', `127.0.0.1:${port}`)
    .replace('THEIRS', `127.0.0.1:${stranger.port}`)
    .replace('PORT', `${port}`)
}

function aReference(serviceUrl: string): ConversationReference {
  const { tenant: workspace, appId } = running.teams
  const where = { platform: 'teams', workspace, conversationId: 'a:1', kind: 'personal', teamId: undefined } as const
  return { ...where, serviceUrl, botId: `28:${appId}`, userId: '29:1', locale: 'en' }
}

const hello = { type: 'message', text: 'hello' }

describe.each([
  ['another port', 'http://THEIRS/emea/'],
  ['another name of this machine', 'http://localhost:PORT/emea/'],
  ['ours as a user', 'http://OURS@THEIRS/emea/'],
  ['a user and a password', 'http://me:secret@OURS/emea/'],
  ['ours, then a backslash', 'http://OURS\\@THEIRS/emea/'],
  ['ours in front of a dot', 'http://127.0.0.1.evil.example:PORT/emea/'],
  ['ours with a tab in it', 'http://127.0.0.\t1:PORT/emea/'],
  ['ours after a space', ' http://OURS/emea/'],
  ['ours in hexadecimal', 'http://0x7f.1:PORT/emea/'],
  ['ours with other dots', 'http://127。0。0。1:PORT/emea/'],
  ['ours with a way back', 'http://OURS/emea/../../'],
  ['Teams over http', 'http://smba.trafficmanager.net/emea/'],
  ['Teams at another port', 'https://smba.trafficmanager.net:8443/emea/'],
  ['Teams in front of a dot', 'https://smba.trafficmanager.net.evil.example/emea/'],
  ['Teams behind a hyphen', 'https://evil-smba.trafficmanager.net/emea/'],
  ['Teams with a dot behind', 'https://smba.trafficmanager.net./emea/'],
  ['Teams one level up', 'https://trafficmanager.net/emea/'],
  ['Teams one level down', 'https://evil.smba.trafficmanager.net/emea/'],
  ['Teams in wide letters', 'https://ｓmba.trafficmanager.net/emea/'],
  ['Teams with a Cyrillic letter', 'https://smbа.trafficmanager.net/emea/'],
  ['Teams as a path', 'https://evil.example/smba.trafficmanager.net/'],
  ['Teams as a fragment', 'https://evil.example#smba.trafficmanager.net'],
  ['a file', 'file:///emea/'],
  ['a script', 'javascript:alert(1)'],
  ['no protocol', '//OURS/emea/'],
  ['nothing', ''],
])('a service address that is %s', (_, address) => {
  test('is refused with 401 in what Teams sends, and no place is kept for it', async () => {
    const { teams, send, store } = running
    const where = { place: 'personal', serviceUrl: filled(address) } as const
    expect((await send(aMessage(teams, { ...where, text: clear }))).status).toBe(401)
    const installation = anInstallation(teams, { ...where, action: 'add' })
    expect((await send(installation)).status).toBe(401)
    expect(await running.adapter.tools.places.keep(activitySchema.parse(installation))).toBe(false)
    expect(await store.references.list({ platform: 'teams', workspace: teams.tenant })).toEqual([])
    expect(teams.messages).toEqual([])
  })

  test('gets nothing sent, whether it was kept or is given', async () => {
    const { adapter, store, clock } = running
    const reference = aReference(filled(address))
    await store.references.keep(reference, clock.now().epochMilliseconds)
    expect(await tellUnasked(running, reference)).toBe('gone')
    await expect(adapter.tools.calls.send(reference, hello)).rejects.toThrow(UntrustedServiceError)
    await store.references.remove(reference)
  })
})

test('the address of Teams is written to, answering and unasked', async () => {
  const { teams, store, send, clock } = running
  const serviceUrl = filled('http://OURS/amer/')
  await send(aMessage(teams, { place: 'personal', text: clear, serviceUrl }))
  const reference = { ...aReference(serviceUrl), conversationId: teams.messages[0]?.conversationId ?? '' }
  await store.references.keep(reference, clock.now().epochMilliseconds)
  expect(await tellUnasked(running, reference)).toBe('sent')
  expect(teams.messages).toMatchObject([
    { kind: 'replied' },
    { kind: 'sent', body: { summary: 'Tomorrow: Wind Workshop' } },
  ])
})

test('where Teams says that it has moved is not followed', async () => {
  const { teams, send, logged } = running
  const before = { messages: teams.messages.length, lines: logged.length }
  await send(aMessage(teams, { place: 'personal', text: clear, serviceUrl: filled('http://OURS/moved/') }))
  expect(teams.messages).toHaveLength(before.messages)
  expect(logged.slice(before.lines).join('')).toContain('"error":"307"')
})
