import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCalendar } from '../calendar/reading/feed-text.ts'
import { aFolder, aKnowledgeFolder } from './knowledge-fixture.ts'
import { startService } from './running-service.ts'

const tls = join(import.meta.dirname, '../fixtures/tls')
const certificate = join(tls, 'certificate.pem')
let server: Server

beforeAll(async () => {
  const options = { key: readFileSync(join(tls, 'key.pem')), cert: readFileSync(certificate) }
  server = createServer(options, (_, response) => response.end(meeting('Heron dialogue forum')))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function meeting(title: string): string {
  const lines = [`UID:${title}`, `SUMMARY:${title}`, 'DTSTART;TZID=SE Asia Standard Time:20270310T093000']
  return aCalendar('BEGIN:VEVENT', ...lines, 'END:VEVENT')
}

function feedAddress(): string {
  return `https://localhost:${(server.address() as AddressInfo).port}/meetings.ics`
}

test('the service has the meetings of files and feeds, and follows them', async () => {
  using knowledge = aKnowledgeFolder()
  using calendars = aFolder()
  calendars.write('meetings.ics', meeting('Egret dialogue forum'))
  await using service = await startService(knowledge.path, {
    FOCAL_POINT_CALENDARS: `${calendars.path}/meetings.ics,${feedAddress()}`,
    NODE_EXTRA_CA_CERTS: certificate,
  })
  const titles = async () =>
    (await (await fetch(`${service.url}/calendar.ics`)).text()).match(/(?<=^SUMMARY:).*(?=\r$)/gm)
  expect(await titles()).toEqual(['Egret dialogue forum', 'Heron dialogue forum'])
  calendars.write('meetings.ics', meeting('Stork dialogue forum'))
  await service.logged('knowledge reloaded')
  expect(await titles()).toEqual(['Stork dialogue forum', 'Heron dialogue forum'])
  const ready = await fetch(`${service.url}/readyz`)
  expect(await ready.json()).toMatchObject({ status: 'ready', checks: { calendars: { status: 'ok' } } })
})

test('the service trusts no feed whose certificate nobody vouches for, and says so', async () => {
  using knowledge = aKnowledgeFolder()
  using own = aFolder()
  await using service = await startService(knowledge.path, {
    FOCAL_POINT_CALENDARS: `${feedAddress()}?other`,
    DATA_DIR: own.path,
  })
  const ready = await fetch(`${service.url}/readyz`)
  expect(await ready.json()).toMatchObject({
    status: 'not ready',
    checks: {
      calendars: {
        status: 'failed',
        problems: [
          expect.stringMatching(
            /^calendar 1 \(localhost:\d+\) cannot be reached \(.*CERT.*\); it has never been read$/,
          ),
        ],
      },
    },
  })
})
