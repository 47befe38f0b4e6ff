import { describe, expect, test } from 'vitest'
import { decisionOn } from '../../src/answers/decision-on.ts'
import { reminderAnswer } from '../../src/answers/reminder-answer.ts'
import { languages } from '../../src/knowledge/language.ts'
import { tools } from '../intents/shipped-understanding.ts'
import { ask } from './shipped-answers.ts'

/** What is asked, what is told instead of a reminder, why. The questions are of 1 April 2017. */
const rows: readonly [text: string, lead: RegExp, facts: readonly RegExp[], why: string][] = [
  ['remind me 2 weeks before Colombo Process meetings', /no upcoming meeting \(Colombo Process\)/, [], 'none is known'],
  ['remind Bali', /no upcoming meeting \(Bali Process\)/, [], 'a head word'],
  ['remind me of GFMD', /no upcoming meeting \(GFMD\)/, [], 'without a time'],
  ['remind me before the Bangkok consultation', /I can\.$/, [/Asia, 4–5 August 2017/], 'a meeting to come'],
  [
    'remind #team 1 day before IDM workshops at 09:00',
    /I can\.$/,
    [/First.* April/, /Second.* July/],
    'two of a process',
  ],
  ['remind me about the Gaborone meeting', /no upcoming meeting \(2011/, [/25–26 October 2011/], 'one that is over'],
  ['remind idm 2017', /I can\.$/, [/April/, /July/], 'those of a year'],
  ['remind', /I can\.$/, [/April/, /July/, /Asia/], 'nothing is named: the next ones'],
  ['remind Tamara Keating', /I can\.$/, [/April/, /July/, /Asia/], 'a person is no meeting'],
]

describe('who wants a reminder', () => {
  test.each(rows)('is told for "%s" that none can be set (%s), and about meetings %j: %s', (text, lead, facts) => {
    const { parts, ...answer } = ask(text)
    expect(answer).toMatchObject({ status: 'unknown', intent: 'remind' })
    expect(parts[0]?.lead).toMatch(/^I cannot set reminders here; in Slack and Teams I can\./)
    expect(parts[0]?.lead).toMatch(lead)
    expect(parts[0]?.facts).toEqual(facts.map((fact) => expect.stringMatching(fact)))
    expect(parts[0]?.related).toBe(facts.length > 0)
    expect((parts[0]?.sources ?? []).length > 0).toBe(facts.length > 0)
  })

  test('never hears that nothing was found, whatever process or event is named', () => {
    for (const entry of tools.knowledge.entries.values()) {
      if (entry.kind !== 'process' && entry.kind !== 'event') continue
      const name = typeof entry.name === 'string' ? entry.name : entry.name.en
      const { intent, parts } = ask(`remind ${name}`)
      expect([intent, parts[0]?.lead], name).toEqual(['remind', expect.stringMatching(/^I cannot set reminders/)])
    }
  })

  test.each(languages)('hears nothing in %s of upcoming meetings where there is one', (language) => {
    const { reading } = decisionOn('remind', [], tools)
    const leadOn = (today: string) => reminderAnswer(reading, { tools, language, today }).lead
    expect(leadOn('2030-01-01').startsWith(`${leadOn('2017-04-01')} `)).toBe(true)
  })

  test('gets an answer where it is a question', () => {
    expect(ask('remind me who runs MIDSA')).toMatchObject({ status: 'answered', intent: 'secretariat' })
    expect(ask('recuérdame quién dirige la MPD')).toMatchObject({ status: 'answered', intent: 'head' })
  })
})
