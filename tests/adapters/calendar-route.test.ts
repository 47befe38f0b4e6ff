import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarRoute } from '../../adapters/calendar-route.ts'
import { createLog } from '../../adapters/log.ts'
import { closeServer, createWebServer, listen } from '../../adapters/web-server.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { anEvent, aProcess, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { aKnowledgeFolder } from './knowledge-fixture.ts'
import { startService } from './running-service.ts'

const asia: Entry = { kind: 'region', id: 'asia', name: 'Asia', countries: ['TH'] }
const africa: Entry = { kind: 'region', id: 'africa', name: 'Africa', countries: ['BW'] }
const origin = {
  knowledge: aSmallKnowledge({
    entries: [
      asia,
      africa,
      aProcess('Forum'),
      aProcess('Other'),
      anEvent('Past', { starts: '2011-10-25', region: 'africa' }),
      anEvent('To come', { name: { en: 'To come', fr: 'À venir' }, starts: '2027-03-10', region: 'asia' }),
      anEvent('Elsewhere', { series: 'other', starts: '2027-03-11', region: 'asia' }),
      anEvent('Weekly', { series: 'other', starts: '2027-01-04', rrule: 'FREQ=WEEKLY', except: ['2027-01-18'] }),
      anEvent('Moved', { series: 'other', starts: '2027-01-20', replaces: 'weekly@2027-01-18' }),
      anEvent('Called off', { series: 'other', starts: '2027-06-01', status: 'cancelled' }),
      anEvent('Some day', { starts: '2027-05' }),
    ],
  }),
  knowledgeReadAt: Temporal.Instant.from('2026-11-22T08:00:00.9Z'),
}
const server = createWebServer([calendarRoute(origin)], createLog('error'))
let url: string

beforeAll(async () => {
  url = `${await listen(server, 0, '127.0.0.1')}/calendar.ics`
})

afterAll(() => closeServer(server, 10))

async function titles(query: string): Promise<string[]> {
  const text = await (await fetch(url + query)).text()
  return [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map((match) => match[1] ?? '')
}

describe('GET /calendar.ics', () => {
  test('is a calendar that others can subscribe to', async () => {
    const response = await fetch(url)
    const { headers } = response
    expect([response.status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
      'inline; filename="meetings.ics"',
    ])
    expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n(.+\r\n)+END:VCALENDAR\r\n$/)
  })

  test.each([
    ['', ['Past', 'To come', 'Elsewhere', 'Weekly', 'Moved', 'Called off']],
    ['?process=forum', ['Past', 'To come']],
    ['?process=forum&process=other', ['Past', 'To come', 'Elsewhere', 'Weekly', 'Moved', 'Called off']],
    ['?region=asia', ['To come', 'Elsewhere']],
    ['?region=asia&process=other', ['Elsewhere']],
    ['?region=africa&process=other', []],
    ['?event=to-come', ['To come']],
    ['?event=weekly', ['Weekly']],
    ['?event=weekly%402027-01-11', ['Weekly']],
    ['?event=to-come&lang=fr', ['À venir']],
  ])('shows with "%s" the meetings %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('shows one occurrence alone on its own day', async () => {
    const text = await (await fetch(`${url}?event=weekly@2027-01-11`)).text()
    expect(text).toContain('DTSTART;VALUE=DATE:20270111')
    expect(text).not.toContain('RRULE')
  })

  test('shows what takes the place of an occurrence, by the id of either', async () => {
    for (const id of ['weekly@2027-01-18', 'moved']) {
      const text = await (await fetch(`${url}?event=${id}`)).text()
      expect(text).toMatch(/UID:weekly\/2027-01-18@focal-point\r\n(?:.+\r\n)*DTSTART;VALUE=DATE:20270120\r\n/)
    }
  })

  test('tells in advance of a meeting to come, where it is the only one', async () => {
    const triggersIn = async (query: string) =>
      [...(await (await fetch(url + query)).text()).matchAll(/^TRIGGER:(.*)\r$/gm)].map((match) => match[1])
    expect(await triggersIn('?event=to-come')).toEqual(['-P6DT15H', '-PT15H'])
    expect(await triggersIn('?event=weekly')).toEqual(['-P6DT15H', '-PT15H'])
    for (const query of ['', '?event=past', '?event=called-off']) expect(await triggersIn(query)).toEqual([])
  })

  test('takes a meeting that is cancelled out again, where it is the only one', async () => {
    const methodOf = async (query: string) => {
      const response = await fetch(url + query)
      const [, method] = /^METHOD:(.*)\r$/m.exec(await response.text()) ?? []
      return [method, response.headers.get('content-type')?.split('method=')[1]]
    }
    expect(await methodOf('?event=called-off')).toEqual(['CANCEL', 'CANCEL'])
    for (const query of ['', '?event=to-come']) expect(await methodOf(query)).toEqual(['PUBLISH', 'PUBLISH'])
  })

  test('gives one meeting as a file to open', async () => {
    const { headers } = await fetch(`${url}?event=past`)
    expect(headers.get('content-disposition')).toBe('attachment; filename="meeting.ics"')
  })

  test.each([
    ['?process=zzz', 404, 'there is no process "zzz", allowed are forum, other'],
    ['?process=forum&process=zzz', 404, 'there is no process "zzz", allowed are forum, other'],
    ['?region=zzz', 404, 'there is no region "zzz", allowed are asia, africa'],
    [
      '?event=zzz',
      404,
      'there is no event "zzz" whose day is known, allowed are past, to-come, elsewhere, weekly, moved, called-off',
    ],
    [
      '?event=some-day',
      404,
      'there is no event "some-day" whose day is known, allowed are past, to-come, elsewhere, weekly, moved, called-off',
    ],
    ['?event=weekly@2027-01-12', 404, /^there is no event "weekly@2027-01-12"/],
    ['?event=weekly@soon', 404, /^there is no event "weekly@soon"/],
    ['?event=weekly@9999999-1-1', 404, /^there is no event/],
    ['?event=weekly@2027-02-31', 404, /^there is no event "weekly@2027-02-31"/],
    ['?event=forum', 404, /^there is no event "forum"/],
    ['?lang=de', 400, 'there is no language "de" here, allowed are en, fr, es'],
    ['?proces=forum', 400, 'there is no parameter "proces", allowed are process, region, event, lang'],
  ])('refuses "%s" with %i and what is allowed', async (query, status, error) => {
    const response = await fetch(url + query)
    const message = error instanceof RegExp ? expect.stringMatching(error) : error
    expect([response.status, await response.json()]).toEqual([status, { error: message }])
  })
})

describe('a calendar that is asked for again', () => {
  async function statusWith(headers: Record<string, string>): Promise<number> {
    return (await fetch(url, { headers })).status
  }

  test('is not sent while it has the same tag', async () => {
    const tag = (await fetch(url)).headers.get('etag') ?? ''
    expect(await statusWith({ 'If-None-Match': tag })).toBe(304)
    expect(await statusWith({ 'If-None-Match': `"x", ${tag.replace('W/', '')}` })).toBe(304)
    expect(await statusWith({ 'If-None-Match': '"x"' })).toBe(200)
  })

  test.each([
    ['Sun, 22 Nov 2026 08:00:00 GMT', 304],
    ['Sun, 22 Nov 2026 07:59:59 GMT', 200],
    ['yesterday', 200],
  ])('has been read since %s: %i', async (since, status) => {
    expect(await statusWith({ 'If-Modified-Since': since })).toBe(status)
  })

  test('is sent when its tag is another, whatever the date', async () => {
    const headers = { 'If-None-Match': '"x"', 'If-Modified-Since': 'Sun, 22 Nov 2026 08:00:00 GMT' }
    expect(await statusWith(headers)).toBe(200)
  })

  test('has the same tag when the knowledge was only read again', async () => {
    const tag = (await fetch(url)).headers.get('etag')
    const again = createWebServer(
      [calendarRoute({ ...origin, knowledgeReadAt: Temporal.Instant.from('2026-11-23T08:00:00Z') })],
      createLog('error'),
    )
    const response = await fetch(`${await listen(again, 0, '127.0.0.1')}/calendar.ics`)
    expect(response.headers.get('etag')).toBe(tag)
    await closeServer(again, 10)
  })

  test('has another tag for another selection', async () => {
    const tags = await Promise.all(
      ['', '?region=asia', '?lang=fr'].map(async (query) => (await fetch(url + query)).headers.get('etag')),
    )
    expect(new Set(tags).size).toBe(3)
  })
})

test('the service has the calendar of its knowledge', async () => {
  using folder = aKnowledgeFolder()
  folder.write('sources/004.yaml', 'id: "004"\ntitle: Pages\nasOf: "2026"\n')
  folder.write('events/forum.yaml', 'id: forum\nname: Forum\nstarts: "2027-03-10"\nsource: 004:1\n')
  await using service = await startService(folder.path)
  const response = await fetch(`${service.url}/calendar.ics`)
  expect(await response.text()).toContain('UID:forum@focal-point')
})
