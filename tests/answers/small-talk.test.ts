import { describe, expect, test } from 'vitest'
import { smallTalk } from '../../src/answers/small-talk.ts'
import { languages } from '../../src/knowledge/language.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { anUnderstanding } from '../intents/small-understanding.ts'

const tools = anUnderstanding(aSmallKnowledge({}))
const today = '2017-04-01'

describe('smallTalk', () => {
  test.each([
    ['greeting', 'clarify', /^Hello!/, 'a greeting is met with the question what is wanted'],
    ['thanks', 'clarify', /^You are welcome/, 'thanks'],
    ['farewell', 'clarify', /^Goodbye/, 'a farewell'],
    ['help', 'answered', /process X, role X, contact X/, 'the grammar'],
    ['identity', 'answered', /^I am Focal Point/, 'who it is'],
    ['individual-case', 'unknown', /personal cases.*competent authorities/, 'a personal case is for others'],
    ['remind', 'unknown', /^I cannot set reminders here\. My sources hold no upcoming meeting\.$/, 'nothing to come'],
  ])('replies to %s with status %s: %s (%s)', (intent, status, expected) => {
    expect(smallTalk(intent, { tools, language: 'en', today })).toMatchObject({
      status,
      lead: expect.stringMatching(expected),
      sources: [],
    })
  })

  test.each(languages)('says nothing in %s of upcoming meetings where there is one', (language) => {
    const meeting = anEvent('Meeting', { starts: '2017-04-02' })
    const busy = anUnderstanding(aSmallKnowledge({ entries: [meeting] }))
    const lead = (of: typeof tools) => smallTalk('remind', { tools: of, language, today })?.lead ?? ''
    expect(lead(busy)).toMatch(/\.$/)
    expect(lead(tools).startsWith(`${lead(busy)} `)).toBe(true)
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
