import type { Source } from '../knowledge/knowledge.ts'
import { inLanguage } from '../knowledge/language.ts'
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
    const source = tools.knowledge.sources.get(citation.slice(0, citation.indexOf(':')))
    if (!source) return []
    const part = partOf(source, citation)
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

/** The part of a document that the cited lines lie in, when that part is of another date. */
function partOf(source: Source, citation: string): NonNullable<Source['parts']>[number] | undefined {
  const line = Number(/:(\d+)/.exec(citation)?.[1])
  return source.parts?.find(({ lines }) => {
    const [first = 0, last = 0] = lines.split('-').map(Number)
    return line >= first && line <= last
  })
}
