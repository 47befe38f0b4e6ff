import { describe, expect, test } from 'vitest'
import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { notices } from '../../../../adapters/chat/wording.ts'
import {
  type Notice,
  renderHelp,
  renderNotice,
  renderWelcome,
} from '../../../../adapters/teams/drawing/render-notices.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { knowledge } from '../../../intents/shipped-understanding.ts'
import { buttonsOf, shownTexts } from './an-answer.ts'
import { cardViolations } from './card-violations.ts'

const questionsOf = (card: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(card).map(({ data }) => ('question' in data ? data.question : undefined))

describe('notices', () => {
  test.each(languages)('are one sentence or two in %s, in text and card alike', (language) => {
    for (const notice of Object.keys(notices) as Notice[]) {
      const drawing = renderNotice(notice, language)
      expect(cardViolations(drawing)).toEqual([])
      expect(shownTexts(drawing.card.body)).toEqual([drawing.text])
    }
  })
})

describe('the help for an empty mention', () => {
  test.each(languages)('has examples to click on in %s', (language) => {
    const examples = exampleQuestions(knowledge, language)
    const drawing = renderHelp(language, examples)
    expect(cardViolations(drawing)).toEqual([])
    expect(questionsOf(drawing.card)).toEqual(examples)
    expect(shownTexts(drawing.card.body)).toEqual(expect.arrayContaining(examples))
    expect(drawing.text.split('\n')).toHaveLength(1 + examples.length)
  })

  test('leaves out an example that no button can carry', () => {
    expect(questionsOf(renderHelp('en', ['wind '.repeat(500), ' ', 'wind']).card)).toEqual(['wind'])
  })
})

describe('the welcome', () => {
  test.each(languages)('says what it is and how to ask in %s', (language) => {
    const examples = exampleQuestions(knowledge, language)
    for (const inTeam of [true, false]) {
      const drawing = renderWelcome(language, examples, { inTeam })
      expect(cardViolations(drawing)).toEqual([])
      expect(questionsOf(drawing.card)).toEqual(examples)
      expect(drawing.text).toContain('Focal Point')
    }
  })

  test('tells a team to mention it, and a person to write', () => {
    const textsOf = (inTeam: boolean) => shownTexts(renderWelcome('en', [], { inTeam }).card.body)
    expect(textsOf(true)[2]).toMatch(/^Mention me/)
    expect(textsOf(false)[2]).toMatch(/^Just write to me here/)
  })

  test('promises no examples where there are none', () => {
    expect(shownTexts(renderWelcome('en', [], { inTeam: false }).card.body)).toHaveLength(3)
  })
})
