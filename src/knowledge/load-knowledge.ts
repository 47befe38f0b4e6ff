import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { furtherGeneralContacts } from './check-general-contact.ts'
import { danglingReferences, duplicateIds, type LocatedEntry } from './check-references.ts'
import { unknownOccurrences } from './check-replaced-occurrences.ts'
import { explainIssues } from './explain-issue.ts'
import type { City, Entry, Intent, Knowledge, LexiconGroup, OutOfScope, Place, Source, Topic } from './knowledge.ts'
import { type Folder, listKnowledgeFiles, outOfScopeFile, readText, wholeFileProblem } from './knowledge-files.ts'
import { createLocate, type LocatedKnowledge } from './located-knowledge.ts'
import { byLocation, KnowledgeError, type Problem } from './problem.ts'
import { kinds, outOfScopeSchema } from './schema.ts'
import { type ParsedValues, parseYaml, type YamlFile } from './yaml-file.ts'

const entryKinds: Partial<Record<Folder, Entry['kind']>> = {
  roles: 'role',
  regions: 'region',
  organisations: 'organisation',
  processes: 'process',
  events: 'event',
  dialogues: 'dialogue',
  publications: 'publication',
  units: 'unit',
  contacts: 'contact',
  terms: 'term',
  documents: 'document',
  figures: 'figure',
}

/**
 * Reads a knowledge folder: parses, checks and cross-links every file.
 * Cost grows linearly with the size of the files.
 * @throws {KnowledgeError} with all problems as `file:line:column`; nothing half-loaded is ever returned
 */
export function loadKnowledge(directory: string, parsed?: ParsedValues): Knowledge {
  return loadLocatedKnowledge(directory, parsed).knowledge
}

/**
 * As {@link loadKnowledge}, and tells where each value stands. Keeps the text of every file for that.
 * @throws {KnowledgeError} as {@link loadKnowledge} does
 */
export function loadLocatedKnowledge(directory: string, parsed?: ParsedValues): LocatedKnowledge {
  const problems: Problem[] = []
  const unread = new Set<Folder>()
  const entries = readEntries(directory, { problems, unread, parsed })
  const outOfScope = readOutOfScope(directory, { problems, unread, parsed })
  problems.push(
    ...duplicateIds(entries),
    ...danglingReferences(entries, unread),
    ...unknownOccurrences(entries, unread),
    ...furtherGeneralContacts(entries),
  )
  if (problems.length > 0) throw new KnowledgeError(problems.sort(byLocation))
  return {
    knowledge: assemble(entries, outOfScope?.value ?? { en: [] }),
    locate: createLocate(entries, outOfScope?.yaml),
  }
}

/** What one loading collects, and the values it need not parse again. */
type Loading = { readonly problems: Problem[]; readonly unread: Set<Folder>; readonly parsed: ParsedValues | undefined }

function readEntries(directory: string, loading: Loading): LocatedEntry[] {
  const { problems, unread } = loading
  return listKnowledgeFiles(directory, problems).flatMap(({ folder, file }) => {
    const yaml = readYaml(file, loading)
    if (yaml) return checkFile(folder, yaml, problems)
    unread.add(folder)
    return []
  })
}

function readYaml(file: string, { problems, parsed }: Loading): YamlFile | undefined {
  const source = readText(file, problems)
  if (source === undefined) return undefined
  const yaml = parseYaml(file, source, parsed)
  if (!Array.isArray(yaml)) return yaml
  problems.push(...yaml)
  return undefined
}

function checkFile(folder: Folder, yaml: YamlFile, problems: Problem[]): LocatedEntry[] {
  const { value } = yaml
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    problems.push(wholeFileProblem(yaml.file, 'the file is empty, expected one entry or a list of entries'))
    return []
  }
  const list = Array.isArray(value)
    ? value.map((item, index) => ({ item, path: [index] }))
    : [{ item: value, path: [] }]
  return list.flatMap(({ item, path }) => {
    const checked = check<{ id: string }>(kinds[folder], item, { yaml, path, problems })
    if (checked) return [{ folder, id: checked.id, path, yaml, value: checked }]
    return typeof item?.id === 'string' ? [{ folder, id: item.id, path, yaml }] : []
  })
}

function readOutOfScope(directory: string, loading: Loading): { yaml: YamlFile; value?: OutOfScope } | undefined {
  const file = join(directory, outOfScopeFile)
  const yaml = existsSync(file) ? readYaml(file, loading) : undefined
  return yaml && { yaml, value: check(outOfScopeSchema, yaml.value, { yaml, path: [], problems: loading.problems }) }
}

type Checking = { readonly yaml: YamlFile; readonly path: readonly PropertyKey[]; readonly problems: Problem[] }

function check<T>(schema: z.ZodType<T>, value: unknown, { yaml, path, problems }: Checking): T | undefined {
  // Compiling a schema pays off only after more entries than a kind has.
  const result = schema.safeParse(value, { jitless: true })
  if (result.success) return result.data
  for (const { path: inner, message, key } of explainIssues(result.error.issues, value, schema)) {
    problems.push(yaml.problemAt([...path, ...inner], message, key))
  }
  return undefined
}

function assemble(located: readonly LocatedEntry[], outOfScope: OutOfScope): Knowledge {
  // The schema of a folder has made each value what the folder says.
  const inFolder = <T>(folder: Folder): Map<string, T> =>
    new Map(located.filter((entry) => entry.folder === folder).map(({ id, value }) => [id, value as T]))
  const entries = new Map<string, Entry>()
  const places = new Map<string, Place>()
  for (const { folder, id, value, yaml, path } of located) {
    const kind = entryKinds[folder]
    if (!kind) continue
    entries.set(id, { kind, ...value } as Entry)
    places.set(id, { file: yaml.file, line: yaml.lines[Number(path[0] ?? 0)] ?? 1 })
  }
  return {
    entries,
    places,
    sources: inFolder<Source>('sources'),
    intents: inFolder<Intent>('intents'),
    lexicon: [...inFolder<LexiconGroup>('lexicon').values()],
    topics: new Map([...inFolder<Topic>('topics')].map(([id, topic]) => [id, { ...topic, kind: 'topic' }])),
    cities: [...inFolder<City>('cities').values()],
    outOfScope,
  }
}
