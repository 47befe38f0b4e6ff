import type { RichTextElement } from '@slack/types'
import type { Run } from '../../chat/clean-text.ts'

/** Elements that show the runs as written: in rich text nothing is read as markup, and nothing can mention anybody. */
export function richElements(runs: readonly Run[]): RichTextElement[] {
  return runs.map(({ text, url, bold }) => {
    const style = bold ? { style: { bold } } : {}
    return url ? { type: 'link', url, text, ...style } : { type: 'text', text, ...style }
  })
}
