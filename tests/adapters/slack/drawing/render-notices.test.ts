import { describe, expect, test } from 'vitest'
import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { parseChooseValue } from '../../../../adapters/slack/drawing/control-values.ts'
import { type Notice, renderHelp, renderNotice } from '../../../../adapters/slack/drawing/render-notices.ts'
import { slackNotices } from '../../../../adapters/slack/drawing/wording.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { knowledge } from '../../../intents/shipped-understanding.ts'
import { checkMessage } from '../fake/block-check.ts'
import { elementsOf, shownTexts } from './an-answer.ts'

describe('notices', () => {
  test.each(languages)('are one sentence or two in %s, in text and blocks alike', (language) => {
    for (const notice of Object.keys(slackNotices) as Notice[]) {
      const drawing = renderNotice(notice, language)
      expect(checkMessage(drawing)).toEqual([])
      expect(shownTexts(drawing.blocks)).toEqual([drawing.text])
      expect(drawing.text.length).toBeLessThan(140)
    }
  })
})

describe('the help for an empty mention', () => {
  test.each(languages)('has three examples in %s', (language) => {
    const drawing = renderHelp(language, exampleQuestions(knowledge, language))
    expect(checkMessage(drawing)).toEqual([])
    expect(elementsOf(drawing.blocks, 'button').map(({ value }) => parseChooseValue(value)?.question)).toEqual(
      exampleQuestions(knowledge, language).slice(0, 3),
    )
    expect(drawing.text.split('\n')).toHaveLength(4)
  })

  test('leaves out an example that no button can carry', () => {
    expect(elementsOf(renderHelp('en', ['wind '.repeat(500), 'wind']).blocks, 'button')).toHaveLength(1)
  })
})
