import { expect, test } from 'vitest'
import { aCardAction, aSearch } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import type { Fields } from './fake/fields.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { startAdapter } from './running-adapter.ts'

const foreign = '11111111-2222-4333-8444-555555555555'

/** What a message says of the tenant that it comes from. */
function from(tenant: unknown, conversationTenant: unknown = tenant): Fields {
  const conversation = { id: 'a:1', conversationType: 'personal', tenantId: conversationTenant }
  return { conversation, channelData: { tenant: tenant === undefined ? undefined : { id: tenant } } }
}

test.each<[allowed: string | undefined, tenant: string | undefined, status: number, reason: string]>([
  [undefined, 'OWN', 200, 'our own'],
  [undefined, foreign, 401, 'somebody else’s'],
  [undefined, undefined, 401, 'nobody’s'],
  [undefined, '', 401, 'nobody’s, in so many words'],
  ['', 'OWN', 200, 'an empty list means our own'],
  ['', foreign, 401, 'and nobody else’s'],
  [' , ', 'OWN', 200, 'as does one of commas'],
  [' , ', foreign, 401, 'to the letter'],
  [`OWN, ${foreign}`, foreign, 200, 'in the list'],
  [`OWN, ${foreign}`, 'OWN', 200, 'in the list'],
  [foreign.toUpperCase(), foreign, 200, 'in the list, whatever the case'],
  [foreign, 'OWN', 401, 'left out of the list'],
])('with the tenants %j, a message from the tenant %j gets %i: %s', async (allowed, tenant, status) => {
  await using teams = await startFakeConnector()
  const filled = (text: string) => text.replace('OWN', teams.tenant)
  const settings: Readonly<Record<string, string>> =
    allowed === undefined ? {} : { TEAMS_ALLOWED_TENANTS: filled(allowed) }
  await using running = await startAdapter({ beside: teams, settings, focalPoint: topicsFocalPoint() })
  const fields = from(tenant === undefined ? undefined : filled(tenant))
  const answer = await running.send(aMessage(teams, { text: clear, place: 'personal', fields }))
  expect(answer.status).toBe(status)
  expect(teams.messages).toHaveLength(status === 200 ? 1 : 0)
})

test('the tenant that a message names first counts, and the other is only looked at where it names none', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const statusOf = async (fields: Fields) => {
    return (await send(aMessage(teams, { text: clear, place: 'personal', fields }))).status
  }
  expect(await statusOf(from(foreign, teams.tenant))).toBe(401)
  expect(await statusOf(from(undefined, teams.tenant))).toBe(200)
  expect(await statusOf(from(undefined, foreign))).toBe(401)
  expect(await statusOf(from([teams.tenant]))).toBe(400)
})

test('a search and a press of a foreign tenant are refused as well', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const where = { place: 'personal', fields: from(foreign) } as const
  const activities = [aSearch(teams, { ...where, text: 'soup' }), aCardAction(teams, { ...where, verb: 'page' })]
  for (const activity of activities) expect((await send(activity)).status).toBe(401)
})
