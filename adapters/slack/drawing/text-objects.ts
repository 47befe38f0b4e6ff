import type { ContextBlock, PlainTextElement, RichTextBlock } from '@slack/types'
import { cleanText, type Run } from '../../chat/clean-text.ts'
import { richElements } from './rich-elements.ts'

/** Text that shows as written, `:smile:` included. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text: cleanText(text), emoji: false }
}

/** A quiet line; each text is an element. */
export function contextLine(...texts: readonly string[]): ContextBlock {
  return { type: 'context', elements: texts.map(plainText) }
}

/** A paragraph of its own. */
export function paragraph(runs: readonly Run[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: richElements(runs) }] }
}
