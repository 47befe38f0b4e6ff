import { describe, expect, test } from 'vitest'
import { warnOfUnknownZones } from '../../../src/intents/lint/zone-warnings.ts'
import { goodFiles } from '../../knowledge/knowledge-folder.ts'
import { warningsOf } from '../../knowledge/warnings-of.ts'

function warningsOfEvent(lines: string): string[] {
  const event = `id: forum\nname: Forum\nsource: 004:1\nstarts: "2027-03-10"\n${lines}`
  return warningsOf({ ...goodFiles, 'events/forum.yaml': event }, warnOfUnknownZones)
}

describe('warnOfUnknownZones', () => {
  test('points at a time whose zone neither the event nor its place tells', () => {
    expect(warningsOfEvent('time: "09:30"\nplace: { city: Springfield, country: US }')).toEqual([
      expect.stringMatching(/^events\/forum\.yaml:5:7: warning: the time zone is not known; give the event a "zone"/),
    ])
  })

  test.each([
    ['time: "09:30"\nplace: { city: Bangkok, country: TH }', 'the country tells it'],
    ['time: "09:30"\nzone: UTC', 'the event does'],
    ['place: { city: Springfield, country: US }', 'there is no time'],
  ])('says nothing of %j: %s', (lines) => {
    expect(warningsOfEvent(lines)).toEqual([])
  })
})
