import { inLanguage } from '../knowledge/language.ts'
import { citedSource } from '../knowledge/references.ts'
import { citedPart } from '../knowledge/source-parts.ts'
import type { SourceReference } from './answer.ts'
import type { Composing } from './composing.ts'
import type { Statement } from './statement.ts'

/** Room for the longest list, all 27 processes; more references say less, not more. */
const maxReferences = 30

/** The sources of statements, each once, in the order in which the statements are given. */
export function refer(statements: readonly Statement[], composing: Composing): SourceReference[] {
  return referTo(
    statements.flatMap((statement) => statement.sources),
    composing,
  )
}

/** The sources behind citations ("004:528"), each once. */
export function referTo(citations: readonly string[], { tools, language }: Composing): SourceReference[] {
  return [...new Set(citations)].slice(0, maxReferences).flatMap((citation) => {
    const source = tools.knowledge.sources.get(citedSource(citation))
    if (!source) return []
    const part = citedPart(source, citation)
    const asOf = part?.asOf ?? source.asOf
    return [
      {
        document: inLanguage(part?.title ?? source.title, language),
        locator: citation,
        ...(asOf === 'undated' ? {} : { asOf }),
      },
    ]
  })
}
