import {
  type Alias,
  type Document,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  YAMLMap,
} from 'yaml'
import type { Problem } from './problem.ts'

type Path = readonly PropertyKey[]

/** A parsed YAML file that knows where each of its values stands. */
export type YamlFile = {
  readonly file: string
  readonly value: unknown
  /** The line on which each element of the list begins; of any other value the one on which that does. */
  readonly lines: readonly number[]
  /** The problem of the value at `path`, or of the key `key` inside it. */
  problemAt(path: Path, message: string, key?: string): Problem
}

/** Bounds what aliases may unfold to: with them a small file can stand for a huge tree. */
const maxAliasCount = 200

/** Values of texts that were parsed without a fault before: parsing is most of what loading costs. */
export type ParsedValues = {
  get(source: string): ParsedValue | undefined
  set(source: string, parsed: ParsedValue): void
}
export type ParsedValue = Pick<YamlFile, 'value' | 'lines'>

/** Parses YAML 1.2; syntax errors, duplicate keys, unknown tags and bad aliases come back as problems. */
export function parseYaml(file: string, source: string, parsed?: ParsedValues): YamlFile | Problem[] {
  const at = locator(file, source)
  const known = parsed?.get(source)
  if (known) return { file, ...known, problemAt: lazyProblemAt(source, at) }
  const document = parse(source)
  const faults = [...document.errors, ...document.warnings]
  const tooDeep = faults.find((fault) => fault.code === 'RESOURCE_EXHAUSTION')
  // Every bracket that stays open would be a fault of its own.
  if (tooDeep) return [at(tooDeep.pos[0], 'broken YAML: nested too deeply, expected a few levels')]
  if (faults.length > 0)
    return faults.map(({ code, message, pos: [offset] }) => at(offset, explain(code, message, source, offset)))
  try {
    const made: ParsedValue = { value: document.toJS({ maxAliasCount }), lines: linesOf(document, source) }
    parsed?.set(source, made)
    return { file, ...made, problemAt: lazyProblemAt(source, at) }
  } catch (error) {
    if (error instanceof ReferenceError) return [aliasProblem(document, at)]
    throw error
  }
}

function parse(source: string): Document {
  return parseDocument(source, { prettyErrors: false, uniqueKeys: true })
}

type ProblemAtOffset = (offset: number, message: string) => Problem

function locator(file: string, source: string): ProblemAtOffset {
  let lines: LineCounter | undefined
  return (offset, message) => {
    lines ??= countLines(source)
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, message }
  }
}

function linesOf({ contents }: Document, source: string): number[] {
  const nodes = isSeq(contents) ? contents.items : [contents]
  const lines = countLines(source)
  return nodes.map((node) => (isNode(node) ? lines.linePos(node.range?.[0] ?? 0).line : 1))
}

function countLines(source: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
  return lines
}

/** Parses a second time when the first problem is reported: keeping all documents makes every good start slower. */
function lazyProblemAt(source: string, at: ProblemAtOffset): YamlFile['problemAt'] {
  let document: Document | undefined
  return (path, message, key) => {
    document ??= parse(source)
    return at(offsetOf(document, path, key), message)
  }
}

function explain(code: string, message: string, source: string, offset: number): string {
  const word = /^[^\s:]+/.exec(source.slice(offset, offset + 60))?.[0]
  switch (code) {
    case 'DUPLICATE_KEY':
      return `broken YAML: the key "${word}" is given twice, allowed is once`
    case 'MULTIPLE_DOCS':
      return 'broken YAML: a second document starts here, expected one, with one entry or a list of entries'
    case 'TAG_RESOLVE_FAILED':
      return `broken YAML: unknown tag "${word}", expected a value without a tag`
    default:
      return `broken YAML: ${message}, expected YAML 1.2 (a text that holds ": " or " #" stands in quotes)`
  }
}

function aliasProblem(document: Document, at: ProblemAtOffset): Problem {
  const alias = firstUnknownAlias(document)
  if (!alias) return at(0, `broken YAML: the aliases unfold to too much, allowed are at most ${maxAliasCount} copies`)
  const message = `broken YAML: the alias "*${alias.source}" has no anchor, expected "&${alias.source}" above it`
  return at(alias.range?.[0] ?? 0, message)
}

function firstUnknownAlias(document: Document): Alias | undefined {
  const unknown: Alias[] = []
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document)) unknown.push(alias)
    },
  })
  return unknown[0]
}

/** The offset of the value at `path`, or of its nearest existing parent. */
function offsetOf(document: Document, path: Path, key: string | undefined): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (!isNode(node)) continue
    const keyOffset = length === path.length && key !== undefined ? offsetOfKey(node, key) : undefined
    return keyOffset ?? node.range?.[0] ?? 0
  }
  return 0
}

function offsetOfKey(node: unknown, key: string): number | undefined {
  if (!(node instanceof YAMLMap)) return undefined
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
}
