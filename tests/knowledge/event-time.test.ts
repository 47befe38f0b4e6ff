import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, goodFiles } from './knowledge-folder.ts'

const event = 'id: forum\nname: Forum\nsource: 004:1\n'

/** The lines of an event, and what is said about the folder that holds it: `line:column: message`. */
function problemsOf(lines: string): string[] {
  using folder = aKnowledgeFolder({ ...goodFiles, 'events/forum.yaml': event + lines })
  try {
    loadKnowledge(folder.path)
    return []
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
  }
}

const day = 'starts: "2027-03-10"\n'

describe('the time of an event', () => {
  test.each([
    [`${day}time: "09:30"\nendTime: "17:00"\nzone: Asia/Bangkok`, 'a time, its end and a zone'],
    [`${day}ends: "2027-03-11"\ntime: "22:00"\nendTime: "02:00"`, 'an end after midnight'],
    [`${day}rrule: FREQ=MONTHLY;BYDAY=1TU\nexcept: ["2027-04-06"]`, 'a rule and a day left out of it'],
    ['starts: "--12-18"\nrecurs: yearly\ntime: "10:00"\nzone: UTC', 'a time each year'],
    [`${day}status: cancelled\nurl: https://forum.example/`, 'a cancelled one with a page'],
  ])('can be %j (%s)', (lines) => {
    expect(problemsOf(lines)).toEqual([])
  })

  test.each([
    [`${day}time: 9.30`, '5:7: time: expected a quoted time of 24 hours, like "09:30", got 9.3'],
    [`${day}time: "24:00"`, '5:7: time: expected a quoted time of 24 hours, like "09:30", got "24:00"'],
    ['starts: "2027-03"\ntime: "09:30"', '5:7: time: expected "starts" with a whole day, like "2027-03-10"'],
    [`${day}endTime: "17:00"`, '5:10: endTime: expected a "time" too, got "17:00"'],
    [`${day}time: "09:30"\nendTime: "09:00"`, '6:10: endTime: expected a time after "time", or "ends" on a later day'],
    [`${day}ends: "2027-03-09"`, '5:7: ends: expected a date no earlier than "starts"'],
    [
      `${day}zone: UTC+2`,
      '5:7: zone: expected the IANA name of a time zone, like "Asia/Bangkok" or "UTC", got "UTC+2"',
    ],
    [`${day}zone: Europe/Geneva`, '5:7: zone: expected the IANA name of a time zone'],
    [
      `${day}zone: asia/bangkok`,
      '5:7: zone: expected the IANA name of a time zone, like "Asia/Bangkok" or "UTC": "Asia/B',
    ],
    [`${day}rrule: FREQ=HOURLY`, '5:8: rrule: expected FREQ to be DAILY, WEEKLY, MONTHLY or YEARLY, got "FREQ=HOURLY"'],
    [`${day}rrule: monthly`, '5:8: rrule: expected parts like "FREQ=WEEKLY;BYDAY=MO" (allowed are FREQ, INTERVAL,'],
    [`${day}rrule: FREQ=DAILY;BYHOUR=9`, '5:8: rrule: expected parts like "FREQ=WEEKLY;BYDAY=MO" (allowed are FREQ'],
    [`${day}rrule: BYDAY=MO`, '5:8: rrule: expected a part FREQ'],
    [`${day}rrule: FREQ=DAILY;FREQ=DAILY`, '5:8: rrule: expected FREQ once'],
    [`${day}rrule: FREQ=DAILY;COUNT=2;UNTIL=20280101`, '5:8: rrule: expected either COUNT or UNTIL'],
    [`${day}rrule: FREQ=MONTHLY;BYDAY=TUE`, '5:8: rrule: expected BYDAY to be days like MO,WE or 1TU or -1FR'],
    [`${day}rrule: FREQ=MONTHLY;BYMONTHDAY=32`, '5:8: rrule: expected BYMONTHDAY to be days of the month'],
    ['rrule: FREQ=DAILY', '4:8: rrule: expected "starts" with a whole day'],
    [`${day}recurs: yearly\nrrule: FREQ=YEARLY`, '6:8: rrule: expected either "recurs" or "rrule"'],
    [`${day}except: ["2027-04-06"]`, '5:9: except: expected an "rrule" too'],
    [`${day}rrule: FREQ=DAILY\nexcept: ["2027-04"]`, '6:10: except: expected a whole day, like "2027-03-10"'],
    [`${day}status: moved`, '5:9: status: expected "cancelled", got "moved"'],
    [`${day}url: forum.example`, '5:6: url: expected a web address'],
  ])('of an event %j is told as %j', (lines, expected) => {
    const [first, ...others] = problemsOf(lines)
    expect(first).toContain(expected)
    expect(others).toEqual([])
  })
})

describe('a city', () => {
  test('needs a zone that there is', () => {
    using folder = aKnowledgeFolder({
      ...goodFiles,
      'cities/c.yaml': 'id: geneva\nname: Geneva\ncountry: CH\nzone: Europe/Geneva\n',
    })
    expect(() => loadKnowledge(folder.path)).toThrow(/c\.yaml:4:7: zone: expected the IANA name/)
  })
})
