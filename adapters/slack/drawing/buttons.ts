import type { Button } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { writeValue } from './control-values.ts'
import { budgets, slackLimits } from './limits.ts'
import { plainText } from './text-objects.ts'

/** A button; a label that clients would clip is cut, and read out in full. */
export function button(label: string, actionId: string, value: string): Button {
  const spoken = cleanText(label)
  const shown = cutText(spoken, budgets.buttonLabel)
  const whole = shown === spoken ? {} : { accessibility_label: cutText(spoken, slackLimits.accessibilityLabel) }
  return { type: 'button', text: plainText(shown), action_id: actionId, value, ...whole }
}

/** What a button that asks a question carries; undefined where the question is longer than a button can hold. */
export function questionValue(question: string, language: Language): string | undefined {
  const asked = cleanText(question).trim()
  return asked === '' ? undefined : writeValue({ question: asked, language })
}
