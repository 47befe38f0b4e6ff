import type { Answer } from '../../../src/answers/answer.ts'
import { type CitationEntity, citationEntity } from './citation-entity.ts'
import { plainText } from './render-answer.ts'

/** An answer in words alone, for where a card is refused; the numbers behind it show its documents. */
export function textAnswer(answer: Answer): { readonly text: string; readonly citations: CitationEntity | undefined } {
  const sources = answer.parts.flatMap((part) => part.sources)
  const citations = citationEntity(sources, answer.language)
  const numbers = (citations?.citation ?? []).map(({ position }) => ` [${position}]`).join('')
  return { text: `${plainText(answer)}${numbers}`, citations }
}
