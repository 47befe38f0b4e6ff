import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../../src/focal-point.ts'
import { loadUpcomingKnowledge } from './upcoming-knowledge.ts'

const focalPoint = createFocalPoint(loadUpcomingKnowledge())

function meetingsIn(text: string, at = '2026-12-01T09:00:00Z'): (string | undefined)[] {
  return focalPoint.ask({ text, now: Temporal.Instant.from(at) }).parts.map(({ meeting }) => meeting)
}

describe('an answer about one meeting to come names it', () => {
  test.each([
    ['when is the Bali SOM', 'bali-senior-officials-2027', 'its day'],
    ['where is the Bali SOM', 'bali-senior-officials-2027', 'its place'],
    ['tell me about the Bali SOM', 'bali-senior-officials-2027', 'all of it'],
    ['who organises the IOM Council 2027', 'council-2027', 'who holds it'],
    ['how many people come to the Bali SOM', 'bali-senior-officials-2027', 'what is not known of it'],
    ['next Bali Process meeting', 'bali-workshop-2026', 'the next one of a process'],
    ['prochaine réunion du Processus de Bali', 'bali-workshop-2026', 'the next one, in French'],
    ['which meetings are there next week', 'bali-workshop-2026', 'the only one of a week'],
    ['when is the RCP briefing', 'briefing', 'one that comes again'],
    ['next RCP briefing', 'briefing', 'the next time of one that comes again'],
  ])('"%s" → %s (%s)', (question, meeting) => {
    expect(meetingsIn(question)).toEqual([meeting])
  })

  test('in the part that is about it', () => {
    expect(meetingsIn('When is the Bali SOM? Who is the secretariat of the Bali Process?')).toEqual([
      'bali-senior-officials-2027',
      undefined,
    ])
  })

  test('until its last day is over', () => {
    expect(meetingsIn('when is the Bali SOM', '2027-03-11T09:00:00Z')).toEqual(['bali-senior-officials-2027'])
    expect(meetingsIn('when is the Bali SOM', '2027-03-12T09:00:00Z')).toEqual([undefined])
  })
})

test.each([
  ['when is the MIDSA Conference 2027', 'it is cancelled'],
  ['next Rabat Process meeting', 'its day is not known'],
  ['events next', 'it lists several'],
  ['meetings in March 2027', 'it lists several of a month'],
  ['what is the Bali Process', 'it is about a process'],
  ['who is the secretariat of the Bali Process', 'it is about a secretariat'],
  ['when was the first Global RCP Meeting', 'it is over'],
  ['hello', 'it is about nothing'],
])('an answer to "%s" names no meeting: %s', (question) => {
  expect(meetingsIn(question)).toEqual([undefined])
})

test('what a search finds names no meeting, since it is asked on no day', () => {
  const [hit] = focalPoint.find({ text: 'Bali SOM', language: 'en', limit: 1 })
  expect(hit?.id).toBe('bali-senior-officials-2027')
  expect(hit?.answer.parts.map(({ meeting }) => meeting)).toEqual([undefined])
})
