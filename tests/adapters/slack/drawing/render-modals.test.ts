import { describe, expect, test } from 'vitest'
import type { FeedbackValue } from '../../../../adapters/chat/control-values.ts'
import { parseFeedbackMetadata } from '../../../../adapters/slack/drawing/control-values.ts'
import {
  reasonErrors,
  renderAnswerModal,
  renderLoadingModal,
  renderNoticeModal,
  renderReasonModal,
} from '../../../../adapters/slack/drawing/render-modals.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { checkView } from '../fake/block-check.ts'
import { aView, elementsOf, shownTexts } from './an-answer.ts'

const feedback: FeedbackValue = {
  answerId: 'answer-1',
  intent: 'role',
  status: 'unknown',
  language: 'en',
  verdict: 'down',
}

describe('modals', () => {
  test.each(languages)('are valid in %s', (language) => {
    const answer = anAnswer(
      [aPart({ facts: ['It blows.'.repeat(5000)], status: 'unknown', suggestions: ['Why?'] })],
      language,
    )
    const views = [
      renderLoadingModal(language),
      renderNoticeModal('failed', language),
      renderReasonModal({ ...feedback, language }),
      ...[0, 1, 99].map((page) => renderAnswerModal(answer, aView({ page, asked: 'wind' }))),
    ]
    expect(views.flatMap(checkView)).toEqual([])
  })

  test('show an answer with plain feedback buttons and without sharing', () => {
    const { blocks, callback_id } = renderAnswerModal(anAnswer(), aView({ canShare: true }))
    expect(elementsOf(blocks, 'button').map(({ action_id }) => action_id)).toEqual([
      'focal.feedback.up',
      'focal.feedback.down',
    ])
    expect(callback_id).toBe('focal.answer')
  })

  test('ask for a reason, and carry which answer it is about', () => {
    const view = renderReasonModal(feedback)
    expect(parseFeedbackMetadata(view.private_metadata)).toEqual(feedback)
    expect(view.callback_id).toBe('focal.feedback-reason')
    expect(elementsOf(view.blocks, 'plain_text_input')).toMatchObject([{ multiline: true, max_length: 1000 }])
  })

  test('refuse an empty reason beside its field', () => {
    const [input] = renderReasonModal(feedback).blocks
    expect(Object.keys(reasonErrors('fr'))).toEqual([input?.block_id])
  })

  test('say what they wait for', () => {
    expect(shownTexts(renderLoadingModal('es'))).toContain('Buscando …')
  })
})
