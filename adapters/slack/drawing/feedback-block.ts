import type { Button, ContextActionsBlock } from '@slack/types'
import type { FeedbackValue } from '../../chat/control-values.ts'
import { words } from '../../chat/wording.ts'
import { button } from './buttons.ts'
import { actionIds, writeValue } from './control-values.ts'
import { plainText } from './text-objects.ts'

/** What is judged. */
export type Judged = Omit<FeedbackValue, 'verdict'>

/** Two thumbs, as Slack draws them under messages. */
export function feedbackBlock(judged: Judged): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionIds.feedback,
        positive_button: thumb(judged, 'up'),
        negative_button: thumb(judged, 'down'),
      },
    ],
  }
}

/** The same as plain buttons. */
export function feedbackButtons(judged: Judged): Button[] {
  return (['up', 'down'] as const).map((verdict) =>
    button(label(judged, verdict), actionIds.feedbackButton(verdict), value(judged, verdict)),
  )
}

function thumb(judged: Judged, verdict: 'up' | 'down') {
  const text = label(judged, verdict)
  return { text: plainText(text), accessibility_label: text, value: value(judged, verdict) }
}

function label({ language }: Judged, verdict: 'up' | 'down'): string {
  return (verdict === 'up' ? words.helpful : words.notHelpful)[language]
}

function value(judged: Judged, verdict: 'up' | 'down'): string {
  return writeValue({ ...judged, verdict }) ?? ''
}
