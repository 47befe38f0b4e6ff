import { describe, expect, test } from 'vitest'
import { smallTalk } from '../../src/answers/small-talk.ts'
import { commands } from '../../src/intents/commands.ts'
import { languages } from '../../src/knowledge/language.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { anUnderstanding } from '../intents/small-understanding.ts'

const tools = anUnderstanding(aSmallKnowledge({}))
const today = '2017-04-01'

describe('smallTalk', () => {
  test.each([
    ['greeting', 'clarify', /^Hello!/, 'a greeting is met with the question what is wanted'],
    ['thanks', 'clarify', /^You are welcome/, 'thanks'],
    ['farewell', 'clarify', /^Goodbye/, 'a farewell'],
    ['help', 'answered', /process Bali, role Rabat Process, contact MPD, .*, help\.$/, 'the grammar'],
    ['identity', 'answered', /^I am Focal Point/, 'who it is'],
    ['individual-case', 'unknown', /personal cases.*competent authorities/, 'a personal case is for others'],
  ])('replies to %s with status %s: %s (%s)', (intent, status, expected) => {
    expect(smallTalk(intent, { tools, language: 'en', today })).toMatchObject({
      status,
      lead: expect.stringMatching(expected),
      sources: [],
    })
  })

  test.each(languages)('tells in %s the commands of that language', (language) => {
    const lead = smallTalk('help', { tools, language, today })?.lead
    for (const { title } of commands) expect(lead).toContain(title[language])
  })

  test.each(languages)('replies in %s in words of its own', (language) => {
    const leads = languages.map((other) => smallTalk('greeting', { tools, language: other, today })?.lead)
    const lead = smallTalk('greeting', { tools, language, today })?.lead
    expect(leads.filter((other) => other === lead)).toHaveLength(1)
  })

  test.each(['role', 'topic:badge', 'out-of-scope', '', 'constructor', '__proto__'])(
    'leaves "%s" to others',
    (intent) => {
      expect(smallTalk(intent, { tools, language: 'en', today })).toBeUndefined()
    },
  )
})
