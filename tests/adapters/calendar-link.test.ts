import { expect, test } from 'vitest'
import { calendarLinks } from '../../adapters/calendar-link.ts'

test.each([
  ['https://focal.example', 'https://focal.example/calendar.ics?event=council-2027&lang=fr', 'a host'],
  ['https://focal.example/', 'https://focal.example/calendar.ics?event=council-2027&lang=fr', 'a host with a slash'],
  ['http://localhost:80/a/b/', 'http://localhost:80/a/b/calendar.ics?event=council-2027&lang=fr', 'a path'],
])('the calendar file of an event is below the address of the service: %s → %s (%s)', (publicUrl, link) => {
  expect(calendarLinks(publicUrl)?.('council-2027', 'fr')).toBe(link)
})

test('one occurrence has a link of its own', () => {
  const link = new URL(calendarLinks('https://focal.example')?.('briefing@2027-02-02', 'en') ?? '')
  expect(link.searchParams.get('event')).toBe('briefing@2027-02-02')
})

test('there are no links where nobody knows how people reach the service', () => {
  expect(calendarLinks(undefined)).toBeUndefined()
})
