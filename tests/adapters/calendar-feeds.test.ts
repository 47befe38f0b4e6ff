import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CalendarFeeds } from '../../adapters/calendar-feeds.ts'
import { calendarPlaces } from '../../adapters/calendar-places.ts'
import { createLog } from '../../adapters/log.ts'
import { aCalendar, anEventWith } from '../calendar/reading/feed-text.ts'
import { aFolder, type TemporaryFolder } from './knowledge-fixture.ts'
import { TestClock } from './test-clock.ts'

const quarterHour = 15 * 60_000
const first = aCalendar(...anEventWith())
const second = aCalendar(...anEventWith('URL:https://forum.example/'))

let folder: TemporaryFolder
let clock: TestClock
let lines: string[]
let server: Server
let answer: RequestListener

beforeEach(async () => {
  folder = aFolder()
  clock = new TestClock()
  lines = []
  answer = (_, response) => response.end(first)
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  folder[Symbol.dispose]()
})

function address(path = '/meetings.ics', host = '127.0.0.1'): string {
  return `http://${host}:${(server.address() as AddressInfo).port}${path}`
}

function start(places: string): Promise<CalendarFeeds> {
  const log = createLog('info', (line) => lines.push(line))
  return CalendarFeeds.start({ places: calendarPlaces(places), folder: `${folder.path}/kept`, log, clock })
}

function textsOf(feeds: CalendarFeeds): string[] {
  return feeds.texts.map(({ text }) => text)
}

/** The next change, if `cause` brings one about. */
function change(feeds: CalendarFeeds): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  feeds.follow(resolve)
  return promise
}

describe('a feed', () => {
  test('is read at the start', async () => {
    using feeds = await start(address())
    expect(feeds.texts).toEqual([
      {
        sourceId: 'calendar-127-0-0-1',
        name: '127.0.0.1',
        label: expect.stringContaining('calendar 1 (127.0.0.1:'),
        text: first,
        readOn: '2026-11-22',
      },
    ])
    expect(feeds.checks.calendars?.()).toEqual({ status: 'ok' })
  })

  test('is read again every 15 minutes', async () => {
    using feeds = await start(address())
    const changed = change(feeds)
    answer = (_, response) => response.end(second)
    await clock.passSleepOf(quarterHour)
    await changed
    expect(textsOf(feeds)).toEqual([second])
  })

  test('is asked for only if it has changed', async () => {
    const asked: unknown[] = []
    answer = ({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']])
      if (asked.length > 1) response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 22 Nov 2026 08:00:00 GMT' }).end(first)
    }
    using feeds = await start(address())
    await clock.passSleepOf(quarterHour)
    await clock.passSleepOf(quarterHour)
    expect(asked.slice(0, 2)).toEqual([
      [undefined, undefined],
      ['"1"', 'Sun, 22 Nov 2026 08:00:00 GMT'],
    ])
    expect(textsOf(feeds)).toEqual([first])
  })

  test('has not changed where only the time of the answer has', async () => {
    let stamps = 0
    answer = (_, response) => response.end(aCalendar(...anEventWith(`DTSTAMP:2026112${stamps++}T080000Z`)))
    using feeds = await start(address())
    const before = textsOf(feeds)
    await clock.passSleepOf(quarterHour)
    await clock.passSleepOf(quarterHour)
    expect(stamps).toBe(2)
    expect(textsOf(feeds)).toEqual(before)
  })

  test('that is down keeps its last good state, also across a restart', async () => {
    const before = await start(address())
    before[Symbol.dispose]()
    answer = (_, response) => response.writeHead(503).end()
    using feeds = await start(address())
    expect(textsOf(feeds)).toEqual([first])
    expect(feeds.checks.calendars?.()).toEqual({
      status: 'failed',
      reason: 'calendars cannot be read',
      problems: [
        expect.stringMatching(/^calendar 1 \(127.* was answered with the status 503; its state of 2026-11-22 holds$/),
      ],
    })
  })

  test('that is down is asked again after 1, 2, 4, 8 and then each 15 minutes, and told of once', async () => {
    answer = (_, response) => response.writeHead(503).end()
    using feeds = await start(address())
    for (const minutes of [1, 2, 4, 8, 15, 15]) await clock.passSleepOf(minutes * 60_000)
    expect(lines.filter((line) => line.includes('cannot be read'))).toHaveLength(1)
    const changed = change(feeds)
    answer = (_, response) => response.end(first)
    await clock.passSleepOf(quarterHour)
    await changed
    expect(feeds.checks.calendars?.()).toEqual({ status: 'ok' })
    expect(lines.at(-1)).toContain('calendar can be read again')
  })

  test.each<[string, RequestListener, string]>([
    ['is no calendar', (_, response) => response.end('<html>'), 'holds no iCalendar text'],
    ['is cut off', (_, response) => response.end(first.slice(0, -20)), 'holds no iCalendar text'],
    ['is too long', (_, response) => response.end(' '.repeat(5 * 1024 * 1024 + 1)), 'is longer than 5 MB'],
    [
      'breaks off',
      (_, response) => void response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
      'cannot be reached',
    ],
    [
      'leads to http',
      (_, response) => response.writeHead(302, { location: 'http://forum.example/' }).end(),
      'does not begin with https://',
    ],
    [
      'leads to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'does not begin with https://',
    ],
    ['leads in a circle', (_, response) => response.writeHead(302, { location: '/' }).end(), 'more than 5 times'],
  ])('that %s is told', async (_, listener, fault) => {
    answer = listener
    using feeds = await start(address())
    expect(feeds.texts).toEqual([])
    const problems = [expect.stringMatching(new RegExp(`${fault}.*; it has never been read$`))]
    expect(feeds.checks.calendars?.()).toMatchObject({ status: 'failed', problems })
  })

  test('that does not answer within 10 s is given up, and holds up the start for no more than 2 s', async () => {
    const asked = Promise.withResolvers<void>()
    answer = () => asked.resolve()
    const starting = start(address())
    await asked.promise
    await clock.passSleepOf(2000)
    using feeds = await starting
    expect(feeds.checks.calendars?.()).toEqual({ status: 'ok' })
    await clock.passSleepOf(10_000)
    await clock.passSleepOf(60_000)
    expect(feeds.checks.calendars?.()).toMatchObject({ problems: [expect.stringContaining('took longer than 10 s')] })
  })

  test('is had through addresses that it leads to', async () => {
    answer = ({ url }, response) => {
      if (url === '/new.ics') response.end(first)
      else response.writeHead(301, { location: '/new.ics' }).end()
    }
    using feeds = await start(address())
    expect(textsOf(feeds)).toEqual([first])
  })

  test('is had with the password in its address, which nothing tells', async () => {
    const seen: unknown[] = []
    answer = ({ headers, url }, response) => {
      seen.push([url, headers.authorization])
      if (url === '/next') response.writeHead(404).end()
      else response.writeHead(302, { location: '/next' }).end()
    }
    using feeds = await start(address('/private-token/x.ics?key=s3cret').replace('//', '//me:p%40ss@'))
    expect(seen).toEqual([
      ['/private-token/x.ics?key=s3cret', `Basic ${btoa('me:p@ss')}`],
      ['/next', undefined],
    ])
    expect(JSON.stringify([lines, feeds.checks.calendars?.()])).not.toMatch(/p@ss|p%40ss|private-token|s3cret/)
  })
})

describe('a file', () => {
  async function pass(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await clock.passSleepOf(500)
  }

  test('is read at the start, and again when it has changed and stands still', async () => {
    folder.write('meetings.ics', first)
    using feeds = await start(`${folder.path}/meetings.ics`)
    expect(feeds.texts).toMatchObject([{ sourceId: 'calendar-meetings', text: first }])
    const changed = change(feeds)
    folder.write('meetings.ics', second)
    await pass(2)
    await changed
    expect(textsOf(feeds)).toEqual([second])
  })

  test('that is half written or gone keeps its last good state until it is good again', async () => {
    folder.write('meetings.ics', first)
    using feeds = await start(`${folder.path}/meetings.ics`)
    folder.write('meetings.ics', second.slice(0, 50))
    await pass(3)
    expect(textsOf(feeds)).toEqual([first])
    expect(feeds.checks.calendars?.()).toMatchObject({
      problems: [expect.stringContaining('meetings.ics holds no iCalendar text')],
    })
    folder.remove('meetings.ics')
    await pass(3)
    expect(feeds.checks.calendars?.()).toMatchObject({ problems: [expect.stringContaining('cannot be read (ENOENT)')] })
    const changed = change(feeds)
    folder.write('meetings.ics', second)
    await pass(3)
    await changed
    expect(feeds.checks.calendars?.()).toEqual({ status: 'ok' })
  })
})

describe('calendars', () => {
  test('have a source each, also where their names are the same', async () => {
    folder.write('a/Meetings 2027.ics', first)
    folder.write('b/meetings-2027.ics', second)
    using feeds = await start(`${folder.path}/a/Meetings 2027.ics, ${folder.path}/b/meetings-2027.ics`)
    expect(feeds.texts.map(({ sourceId }) => sourceId)).toEqual(['calendar-meetings-2027', 'calendar-meetings-2027-2'])
  })

  test('say how much of them cannot be used', async () => {
    folder.write('meetings.ics', first)
    using feeds = await start(`${folder.path}/meetings.ics`)
    feeds.note([{ file: 'meetings.ics', line: 3, column: 1, message: 'SUMMARY: missing' }])
    expect(feeds.checks.calendars?.()).toEqual({ status: 'ok', note: expect.stringMatching(/^1 entries/) })
    expect(lines.join()).toContain('meetings.ics:3:1: SUMMARY: missing')
  })

  test('are no part of what is checked where there are none', async () => {
    using feeds = await start('')
    expect([feeds.checks, feeds.texts]).toEqual([{}, []])
  })
})
