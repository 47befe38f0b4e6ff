import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../../adapters/chat/clean-text.ts'
import type { CardElement, TextRun } from '../../../../adapters/teams/drawing/card-elements.ts'
import type { Drawing } from '../../../../adapters/teams/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { sourceLine } from '../../../../src/answers/source-line.ts'
import { allOffers } from '../../chat/all-offers.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { createRandom, generateAnswer } from '../../chat/generated-answers.ts'
import { allPages, aView, elementsOf } from './an-answer.ts'
import { pagesViolations } from './card-violations.ts'
import { heldBy, heldByPages, pageEnds } from './held-by-pages.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

describe('1,000 generated answers', () => {
  test.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'keep within all limits, lose nothing and show as written (seed %i)',
    (seed) => {
      const random = createRandom(seed)
      for (let i = 0; i < 100; i++) {
        const answer = withContacts(generateAnswer(random))
        const asked = answer.parts[0]?.lead ?? ''
        const pages = allPages(answer, aView({ canShare: random() < 0.5, asked, offers: allOffers }))
        const which = `seed ${seed}, answer ${i}`
        expect(pagesViolations(answer, pages), which).toEqual([])
        expect(heldByPages(pages), which).toEqual(heldBy(answer))
        expect(
          pages.filter((page) => !namesSource(page, answer)),
          which,
        ).toEqual([])
      }
    },
  )

  test.each(['👩‍👩‍👧‍👦', 'e\u0301', '移', 'ש'])('are cut between pages only where a character ends: %s', (unit) => {
    const pages = allPages(anAnswer([aPart({ lead: '', facts: [unit.repeat(8000)] })]))
    const segments = graphemes.segment(heldByPages(pages).told)
    expect(pages.length).toBeGreaterThan(1)
    expect(pageEnds(pages).filter((end) => segments.containing(end)?.index !== end)).toEqual([])
  })
})

/** Whom to write to is asked in what else the answer holds, however hostile. */
function withContacts(answer: Answer): Answer {
  return { ...answer, parts: answer.parts.map((part) => ({ ...part, contact: part.lead.slice(0, 120) })) }
}

/** Beside the question; a long source line goes on on the next page, where it does not begin with its word. */
function namesSource({ card }: Drawing, { parts, language }: Answer): boolean {
  const sources = parts
    .flatMap((part) => sourceLine(part.sources, language))
    .map(cleanText)
    .join('\n')
  return quietLines(card.body).some((line) => sourceStart.test(line) || (line.length > 20 && sources.includes(line)))
}

const sourceStart = /^(?:Source|Looked|Cherché|Fuente|Se ha buscado)/

function quietLines(body: readonly CardElement[]): string[] {
  const runs = elementsOf(body, 'TextRun') as unknown as TextRun[]
  return runs.filter(({ isSubtle }) => isSubtle).map(({ text }) => text)
}
