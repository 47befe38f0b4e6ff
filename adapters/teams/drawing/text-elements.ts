import { cleanText, type Run } from '../../chat/clean-text.ts'
import type { CardElement, RichTextBlock, TextBlock, TextRun } from './card-elements.ts'

type Look = Pick<TextRun, 'weight' | 'size' | 'isSubtle'>

/** A paragraph that shows as written: rich text reads no Markdown. */
export function paragraph(runs: readonly Run[], look: Look = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines: runs.map((run) => textRun(run, look)) }
}

/** A line that keeps in the background. */
export function quietLine(text: string): CardElement {
  const line = paragraph([{ text: cleanText(text) }], { isSubtle: true, size: 'Small' })
  return inDirectionOf(text, line)
}

/** Our own fixed words above what belongs to them. */
export function heading(words: string): TextBlock {
  return { type: 'TextBlock', text: words, style: 'heading', weight: 'Bolder', wrap: true, spacing: 'Medium' }
}

/** The element, from right to left where its text begins so. */
export function inDirectionOf(text: string, element: CardElement): CardElement {
  if (!isRightToLeft(text)) return element
  const { spacing, separator, ...inner } = element
  return { type: 'Container', rtl: true, spacing, separator, items: [inner] }
}

function textRun({ text, url, bold }: Run, look: Look): TextRun {
  return {
    type: 'TextRun',
    text: asWritten(text),
    ...look,
    ...(bold && { weight: 'Bolder' }),
    ...(url && { selectAction: { type: 'Action.OpenUrl', url } }),
  }
}

/** Even rich text replaces `{{DATE(…)}}` and `{{TIME(…)}}`; an invisible character between the brackets keeps them. */
function asWritten(text: string): string {
  return text.replace(/\{(?=\{(?:DATE|TIME)\()/g, '{\u2060')
}

/** By its first letter that has a direction. */
function isRightToLeft(text: string): boolean {
  const first = text.match(/\p{L}/u)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
}
