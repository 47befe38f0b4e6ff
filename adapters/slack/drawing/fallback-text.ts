import type { Answer, AnswerPart } from '../../../src/answers/answer.ts'
import { toPlainText } from '../../../src/answers/plain-text.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { notePrefix } from '../../chat/answer-items.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'
import { budgets, slackLimits } from './limits.ts'

/** What notifications and screen readers get for a page: its plain text, cut and escaped. Never empty. */
export function fallbackText(answer: Answer, items: readonly AnswerItem[], pages: number): string {
  const shown = pages === 1 ? answer : { ...answer, parts: partsOf(answer, items) }
  return escapeWithin(cleanText(toPlainText(shown)).trim() || '…')
}

/** Escaping makes a text longer, and an escape cut in two would show. */
export function escapeWithin(text: string): string {
  let limit: number = budgets.fallbackText
  let escaped = escapeMrkdwn(cutText(text, limit))
  while (escaped.length > slackLimits.messageText) {
    limit = Math.floor((limit * slackLimits.messageText) / escaped.length) - 1
    escaped = escapeMrkdwn(cutText(text, limit))
  }
  return escaped
}

/** What of each part stands on a page. */
function partsOf(answer: Answer, items: readonly AnswerItem[]): AnswerPart[] {
  return answer.parts.flatMap((part, index) => {
    const own = items.filter((item) => item.part === index)
    if (own.length === 0) return []
    const lead = textsOf(own, 'lead').join('')
    const labels = textsOf(own, 'option').length > 0 && part.choices.length > 0 ? textsOf(own, 'option') : []
    return [
      {
        ...part,
        lead,
        facts: textsOf(own, 'fact'),
        notes: textsOf(own, 'note').map((note) => withoutPrefix(note, notePrefix(answer.language))),
        choices: labels.map((label) => ({ label, question: label })),
        // A list is told whole; `escapeWithin` cuts it.
        isList: true,
        related: part.related && own.some(({ kind }) => kind === 'heading'),
      },
    ]
  })
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

/** The whole texts of a kind, put together from their pieces. */
function textsOf(items: readonly AnswerItem[], kind: AnswerItem['kind']): string[] {
  const texts: string[] = []
  items
    .filter((item) => item.kind === kind)
    .forEach((item, i, all) => {
      const text = 'runs' in item ? item.runs.map((run) => run.text).join('') : ''
      if (all[i - 1]?.goesOn) texts.push(`${texts.pop()}${text}`)
      else texts.push(text)
    })
  return texts
}
