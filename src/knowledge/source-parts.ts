import type { Source } from './knowledge.ts'

/** Lines of a document that are of another date than the rest. */
export type SourcePart = NonNullable<Source['parts']>[number]

/** The part of a document that the cited lines lie in, when that part is of another date. */
export function citedPart(source: Source, citation: string): SourcePart | undefined {
  const line = Number(/:(\d+)/.exec(citation)?.[1])
  return source.parts?.find(({ lines }) => {
    const [first = 0, last = 0] = lines.split('-').map(Number)
    return line >= first && line <= last
  })
}
