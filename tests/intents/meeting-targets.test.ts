import { expect, test } from 'vitest'
import { findMeetingTargets } from '../../src/intents/meeting-targets.ts'
import { learnShipped } from './learn-shipped.ts'

const tools = learnShipped()

function find(text: string, message = `remind me 1 day before ${text}`) {
  return findMeetingTargets({ text, message, nowMs: Date.UTC(2026, 11, 1) }, tools)
}

test.each([
  { text: 'Colombo Process meetings', means: ['process:colombo-process'], because: 'a word for meetings adds nothing' },
  { text: 'MIDSA', means: ['process:midsa'], because: 'an acronym is a name' },
  { text: 'Almaty', means: ['process:almaty-process'], because: 'the short name of a process is no city here' },
  { text: 'Colmbo proces', means: ['process:colombo-process'], because: 'slips are put right' },
  { text: 'réunions du Processus de Rabat', means: ['process:rabat-process'], because: 'names are known in French' },
  { text: 'reuniones del Proceso de Puebla', means: ['process:puebla-process'], because: 'and in Spanish' },
  { text: 'the regional consultations', means: ['series:rcsc'], because: 'a series has meetings as well' },
  { text: 'IOM', means: ['series:iom'], because: 'so has who organises them' },
  { text: 'meetings in Africa', means: ['region:africa'], because: 'a region alone is meant as a whole' },
  { text: 'the consultation in Asia', means: ['event:rcsc-asia'], because: 'kind and region name one meeting' },
  { text: 'bali-process', means: ['process:bali-process'], because: 'an id is the plainest name' },
  {
    text: 'the Rabat Process and the Khartoum Process',
    means: ['process:rabat-process', 'process:khartoum-process'],
    because: 'two names are two targets, of which the person has to pick one',
  },
  { text: 'the Foobar Process', means: [], because: 'nothing is taken for what it is not' },
  { text: 'my birthday', means: [], because: 'no meeting is named' },
])('understands "$text" as $means: $because', ({ text, means }) => {
  expect(find(text).targets.map(({ kind, id }) => `${kind}:${id}`)).toEqual(means)
})

test.each(['the Bali Process dinner', 'African meetings of 2027'])(
  'tells that "%s" says more than it means',
  (text) => {
    expect(find(text).isWhole).toBe(false)
  },
)

test('finds what is called alike where nothing is meant', () => {
  expect(find('IDM of 2018').nearest).toContainEqual({ kind: 'process', id: 'idm' })
})

test('replies in the language of the message', () => {
  expect(find('MIDSA', 'rappelle-moi MIDSA 2 jours avant la réunion').language).toBe('fr')
})

test('means what the conversation is about where nothing is said', () => {
  const about = [tools.knowledge.entries.get('bali-process')].filter((entry) => entry !== undefined)
  const query = { text: '', message: 'remind me 2 days before', nowMs: Date.UTC(2026, 11, 1) }
  expect(findMeetingTargets(query, tools, about).targets).toEqual([{ kind: 'process', id: 'bali-process' }])
})
