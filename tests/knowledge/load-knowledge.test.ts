import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, type Files, goodFiles } from './knowledge-folder.ts'

const process = goodFiles['processes/bali.yaml']
const topic = 'id: badge\ntitle: Badges\nquestions: [Where do I get a badge?]\nanswer: At the gate.\n'
/** Nine times nine times nine times … copies of a word: 9^8 of them would not fit into memory. */
const bomb = Array.from(
  { length: 8 },
  (_, i) =>
    `a${i}: &a${i} [${Array(9)
      .fill(i ? `*a${i - 1}` : 'lol')
      .join(', ')}]`,
)

/** `file:line:column`, then words that its message holds. */
type Expected = readonly [place: string, ...words: string[]]
type Row = readonly [reason: string, files: Files, ...problems: Expected[]]

/** The good folder with a process of which one part is replaced. */
function withProcess(part: string | RegExp, replacement: string): Files {
  return { ...goodFiles, 'processes/bali.yaml': process.replace(part, replacement) }
}

const badFields: readonly Row[] = [
  [
    'an unknown key, at the key',
    withProcess('scope:', 'emial: x\nscope:'),
    ['processes/bali.yaml:3:1', 'unknown key "emial"', 'allowed are id, name, ', 'scope', 'roles'],
  ],
  [
    'an unknown key inside a field names the field',
    withProcess('name: Bali Process', 'name: { en: Bali, de: Bali }'),
    ['processes/bali.yaml:2:19', 'unknown key "de" in name', 'allowed are en, fr, es'],
  ],
  [
    'a number where text belongs',
    withProcess('name: Bali Process', 'name: 5'),
    ['processes/bali.yaml:2:7', 'name: expected some text or an object with the keys en, fr, es, got 5'],
  ],
  [
    'text where a list belongs',
    withProcess('scope:', 'heads: Bali\nscope:'),
    ['processes/bali.yaml:3:8', 'heads: expected a list of some text, got "Bali"'],
  ],
  [
    'an object where text belongs',
    withProcess('scope: regional', 'scope: { en: regional }'),
    ['processes/bali.yaml:3:8', 'scope: expected "global"', '"not stated", got an object with the keys en'],
  ],
  [
    'a word that is not on the list',
    withProcess('regional', 'european'),
    ['processes/bali.yaml:3:8', 'scope: expected "global" or "inter-regional" or "regional"', 'got "european"'],
  ],
  [
    'an id with capitals and spaces',
    withProcess('bali-process', 'Bali Process'),
    ['processes/bali.yaml:1:5', 'id: expected lower-case letters, digits and single hyphens', 'got "Bali Process"'],
  ],
  [
    'an empty text',
    withProcess('Bali Process', '""'),
    ['processes/bali.yaml:2:7', 'name: expected some text', 'got ""'],
  ],
  [
    'an empty list where one item is the least',
    withProcess(/roles:\n.*\n.*\n/, 'roles: []\n'),
    [
      'processes/bali.yaml:4:8',
      'roles: expected a non-empty list of an object with the keys role',
      'got an empty list',
    ],
  ],
  [
    'a missing source of the entry, at the entry',
    withProcess('source: 004:1-2\n', ''),
    ['processes/bali.yaml:1:1', 'source: missing, expected "document:locator", like "004:528"', 'or a list of these'],
  ],
  [
    'a missing source of a role, at the role',
    withProcess('    source: 004:1\n', ''),
    ['processes/bali.yaml:5:5', 'roles.source: missing, expected "document:locator"'],
  ],
  [
    'a source without a locator',
    withProcess('source: 004:1-2', 'source: "004"'),
    ['processes/bali.yaml:7:9', 'source: expected "document:locator", like "004:528"', 'got "004"'],
  ],
  [
    'a source that YAML reads as a number',
    withProcess('source: 004:1-2', 'source: 004'),
    ['processes/bali.yaml:7:9', 'source: expected "document:locator"', 'got 4'],
  ],
  [
    'a missing required field',
    withProcess('scope: regional\n', ''),
    ['processes/bali.yaml:1:1', 'scope: missing, expected "global" or "inter-regional"'],
  ],
  [
    'a date without quotes, which YAML reads as a number',
    { ...goodFiles, 'sources/004.yaml': 'id: "004"\ntitle: Pages\nasOf: 2021\n' },
    ['sources/004.yaml:3:7', 'asOf: expected a quoted date: "2017-08-04"', 'or "undated", got 2021'],
  ],
  [
    'no e-mail address, web address or phone number',
    { ...goodFiles, 'contacts/a.yaml': 'id: a\nemail: nobody\nwebsite: iom.int\nphone: call us\nsource: 004:1\n' },
    ['contacts/a.yaml:2:8', 'email: expected an e-mail address, got "nobody"'],
    ['contacts/a.yaml:3:10', 'website: expected a web address', 'got "iom.int"'],
    ['contacts/a.yaml:4:8', 'phone: expected text that matches', 'got "call us"'],
  ],
  [
    'a year in quotes',
    { ...goodFiles, 'events/e.yaml': 'id: e\nname: E\nyear: "2017"\nsource: 004:1\n' },
    ['events/e.yaml:3:7', 'year: expected a whole number, got "2017"'],
  ],
  [
    'yes, which YAML 1.2 reads as a word',
    { ...goodFiles, 'events/e.yaml': 'id: e\nname: E\nannounced: yes\nsource: 004:1\n' },
    ['events/e.yaml:3:12', 'announced: expected true or false, got "yes"'],
  ],
  [
    'short lines of the wrong form beside the folders',
    { ...goodFiles, 'out-of-scope.yaml': 'en: [hello]\nde: [hallo]\n' },
    ['out-of-scope.yaml:2:1', 'unknown key "de"', 'allowed are en, fr, es'],
  ],
]

const badReferences: readonly Row[] = [
  [
    'a role that nobody describes',
    withProcess('role: observer', 'role: chair'),
    ['processes/bali.yaml:5:11', 'roles.role: nothing in roles has the id "chair", allowed are observer'],
  ],
  [
    'a source that is not listed',
    withProcess('source: 004:1-2', 'source: [004:1, 009:2]'),
    ['processes/bali.yaml:7:17', 'source: nothing in sources has the id "009", allowed are 004'],
  ],
  [
    'an unknown intent in about, when there are none',
    withProcess('source: 004:1-2', 'source: 004:1\nfacts: [{ about: [chair], text: X }]'),
    ['processes/bali.yaml:8:19', 'facts.about: nothing in intents has the id "chair", allowed are none yet'],
  ],
  [
    'an organisation that is not listed, among several partners',
    withProcess('    source', '    partners: [{ how: through, who: [unhcr] }]\n    source'),
    ['processes/bali.yaml:6:38', 'roles.partners.who: nothing in organisations has the id "unhcr"'],
  ],
  [
    'a thing of the wrong kind: a process is no region',
    { ...goodFiles, 'events/e.yaml': 'id: e\nname: E\nregion: bali-process\nsource: 004:1\n' },
    ['events/e.yaml:3:9', 'region: nothing in regions has the id "bali-process"'],
  ],
  [
    'an id that another file has already, even of another kind',
    { ...goodFiles, 'terms/t.yaml': '- id: bali-process\n  name: Bali\n  definition: X\n  source: 004:1\n' },
    ['terms/t.yaml:1:7', 'id: "bali-process" is used already at', 'processes/bali.yaml:1, expected an id of its own'],
  ],
  [
    'an id that stands twice in one file',
    { 'topics/t.yaml': `- ${topic.replaceAll('\n', '\n  ')}\n- ${topic.replaceAll('\n', '\n  ')}` },
    ['topics/t.yaml:6:7', 'id: "badge" is used already at', 'topics/t.yaml:1'],
  ],
]

const badFiles: readonly Row[] = [
  [
    'a bracket that stays open',
    withProcess('scope: regional', 'heads: [Bali'),
    ['processes/bali.yaml:4:1', 'broken YAML: ', 'must be sufficiently indented and end with a ]', 'expected YAML 1.2'],
  ],
  [
    'a colon in a text without quotes',
    withProcess('Bali Process', 'Bali: a process'),
    ['processes/bali.yaml:2:7', 'broken YAML: ', 'a text that holds ": " or " #" stands in quotes'],
  ],
  [
    'a tab as indentation',
    withProcess('scope: regional', 'heads:\n\t- Bali'),
    ['processes/bali.yaml:4:1', 'broken YAML: ', 'Tabs are not allowed as indentation'],
  ],
  [
    'a key that stands twice, at the second',
    withProcess('scope: regional', 'scope: regional\nname: Bali'),
    ['processes/bali.yaml:4:1', 'broken YAML: the key "name" is given twice, allowed is once'],
  ],
  [
    'two documents in one file',
    { ...goodFiles, 'processes/bali.yaml': `${process}---\n${process}` },
    ['processes/bali.yaml:8:1', 'broken YAML: a second document starts here', 'expected one'],
  ],
  [
    'a tag',
    withProcess('Bali Process', '!secret Bali'),
    ['processes/bali.yaml:2:7', 'broken YAML: unknown tag "!secret", expected a value without a tag'],
  ],
  [
    'an alias without its anchor',
    withProcess('Bali Process', '*bali'),
    ['processes/bali.yaml:2:7', 'broken YAML: the alias "*bali" has no anchor, expected "&bali" above it'],
  ],
  [
    'an alias inside its own anchor',
    withProcess('scope:', 'heads: &loop [*loop]\nscope:'),
    ['processes/bali.yaml:3:15', 'heads: expected some text, got a list'],
  ],
  [
    'a small file whose aliases unfold to a huge tree',
    withProcess('scope:', `${bomb.join('\n')}\nscope:`),
    ['processes/bali.yaml:1:1', 'broken YAML: the aliases unfold to too much, allowed are at most 200'],
  ],
  [
    'brackets nested ten thousand deep',
    { 'topics/t.yaml': '['.repeat(10_000) },
    ['topics/t.yaml:1:', 'broken YAML: nested too deeply'],
  ],
  [
    'an empty file',
    { ...goodFiles, 'terms/t.yaml': '' },
    ['terms/t.yaml:1:1', 'the file is empty, expected one entry'],
  ],
  [
    'a file with nothing but a comment',
    { ...goodFiles, 'terms/t.yaml': '# later\n' },
    ['terms/t.yaml:1:1', 'the file is empty, expected one entry or a list of entries'],
  ],
  ['a list of nothing', { ...goodFiles, 'terms/t.yaml': '[]\n' }, ['terms/t.yaml:1:1', 'the file is empty']],
  [
    'a list item that is left empty',
    { 'topics/t.yaml': `- ${topic.replaceAll('\n', '\n  ')}\n-\n` },
    ['topics/t.yaml:6:2', 'entry: expected an object with the keys id, title, questions', 'got null'],
  ],
  [
    'a file that holds only a text',
    { 'topics/t.yaml': 'Where do I get a badge?\n' },
    ['topics/t.yaml:1:1', 'entry: expected an object with the keys id', 'got "Where do I get a badge?"'],
  ],
  [
    'a file that holds only a number',
    { 'topics/t.yaml': '42\n' },
    ['topics/t.yaml:1:1', 'entry: expected an object with the keys id, title', 'got 42'],
  ],
  [
    'a file of 10 MB',
    { 'topics/t.yaml': '#'.repeat(10_000_000) },
    ['topics/t.yaml:1:1', 'the file has 10.0 MB, allowed are at most 5 MB'],
  ],
  [
    'a file that is not UTF-8',
    { 'topics/t.yaml': Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xe9) },
    ['topics/t.yaml:1:1', 'cannot read the file (not UTF-8 text), expected UTF-8 text'],
  ],
]

const badFolders: readonly Row[] = [
  [
    'a folder without files',
    {},
    [':1:1', 'no knowledge found, expected at least one .yaml file', 'processes', 'topics'],
  ],
  ['folders without files', { 'topics/': '' }, [':1:1', 'no knowledge found']],
  ['files of another format', { 'topics/t.json': '{}' }, [':1:1', 'no knowledge found']],
  [
    'an unknown sub-folder',
    { ...goodFiles, 'procesess/a.yaml': process },
    ['procesess:1:1', 'unknown folder "procesess", allowed are ', 'processes'],
  ],
  [
    'a folder inside a folder, whose files nobody would read',
    { ...goodFiles, 'processes/asia/a.yaml': process },
    ['processes/asia:1:1', 'unknown folder "asia", allowed in processes are only .yaml files'],
  ],
  [
    'a stray file at the top',
    { ...goodFiles, 'bali.yml': process },
    ['bali.yml:1:1', 'not expected here, knowledge stands in one of the folders', 'processes'],
  ],
]

describe('loadKnowledge', () => {
  describe.each([
    ['a field', badFields],
    ['a reference', badReferences],
    ['a file', badFiles],
    ['a folder', badFolders],
  ] as const)('reports what is wrong with %s, where, and what is allowed', (_, rows) => {
    test.each(rows.map(([reason, files, ...expected]) => ({ reason, files, expected })))('$reason', (row) => {
      using folder = aKnowledgeFolder(row.files)
      const lines = problemsOf(folder.path)
      expect(lines).toHaveLength(row.expected.length)
      row.expected.forEach(([place, ...words], i) => {
        expect(lines[i]?.slice(0, place.length)).toBe(place)
        for (const word of words) expect(lines[i]).toContain(word)
      })
    })
  })

  test('reports a folder that does not exist', () => {
    using folder = aKnowledgeFolder({})
    expect(problemsOf(join(folder.path, 'nowhere'))).toEqual([
      ':1:1: cannot read the folder (ENOENT), expected a readable knowledge folder',
    ])
  })

  test('reports all problems at once, sorted by file, line and column', () => {
    using folder = aKnowledgeFolder({
      ...goodFiles,
      'terms/t.yaml': '- { id: t, nmae: T, definition: 5 }\n- { id: u }\n',
      'processes/bali.yaml': process.replace('regional', 'european').replace('Bali Process', '5'),
      'events/e.yaml': 'id: e\nname: [\n',
      'stray.yaml': '',
    })
    const places = problemsOf(folder.path).map((line) => line.split(': ')[0])
    expect(places).toEqual([
      'events/e.yaml:3:1',
      'processes/bali.yaml:2:7',
      'processes/bali.yaml:3:8',
      'stray.yaml:1:1',
      'terms/t.yaml:1:3',
      'terms/t.yaml:1:3',
      'terms/t.yaml:1:12',
      'terms/t.yaml:1:33',
      'terms/t.yaml:2:3',
      'terms/t.yaml:2:3',
      'terms/t.yaml:2:3',
    ])
  })

  test('does not blame the entries that name an entry with a fault', () => {
    using folder = aKnowledgeFolder({ ...goodFiles, 'roles/observer.yaml': 'id: observer\n' })
    expect(problemsOf(folder.path).map((line) => line.split(':')[0])).toEqual(Array(4).fill('roles/observer.yaml'))
  })

  test('does not blame the entries that may name something in a file it cannot read', () => {
    using folder = aKnowledgeFolder({ ...goodFiles, 'roles/observer.yaml': 'id: [\n' })
    expect(problemsOf(folder.path).map((line) => line.split(':')[0])).toEqual(['roles/observer.yaml'])
  })

  test('carries the problems as data as well', () => {
    using folder = aKnowledgeFolder({ 'topics/t.yaml': '42' })
    const [problem] = errorOf(folder.path).problems
    expect(problem).toMatchObject({ file: join(folder.path, 'topics/t.yaml'), line: 1, column: 1 })
  })

  test('counts columns in characters after a byte order mark and Windows line ends', () => {
    using folder = aKnowledgeFolder({ 'topics/t.yaml': `\uFEFF${topic}sorce: x\n`.replaceAll('\n', '\r\n') })
    expect(problemsOf(folder.path)).toEqual([
      'topics/t.yaml:5:1: unknown key "sorce", allowed are id, title, questions, answer, source',
    ])
  })

  test('loads a folder with nothing but topics', () => {
    using folder = aKnowledgeFolder({ 'topics/t.yaml': topic })
    const knowledge = loadKnowledge(folder.path)
    expect(knowledge.entries.size).toBe(0)
    expect(knowledge.outOfScope).toEqual({ en: [] })
    expect([...knowledge.topics.values()]).toEqual([
      { kind: 'topic', id: 'badge', title: 'Badges', questions: ['Where do I get a badge?'], answer: 'At the gate.' },
    ])
  })

  test('loads entries with their kind, from files with one entry and files with a list', () => {
    using folder = aKnowledgeFolder({
      ...goodFiles,
      'terms/t.yml':
        '- &a { id: t, name: T, definition: X, source: 004:1 }\n- { id: u, name: U, definition: Y, source: [004:2] }\n',
    })
    const { entries, sources } = loadKnowledge(folder.path)
    expect([...entries.values()].map(({ kind, id }) => [kind, id])).toEqual([
      ['process', 'bali-process'],
      ['role', 'observer'],
      ['term', 't'],
      ['term', 'u'],
    ])
    expect([...sources.keys()]).toEqual(['004'])
  })

  test('passes over hidden files, other formats and the schemas for editors', () => {
    using folder = aKnowledgeFolder({
      ...goodFiles,
      '.git/config.yaml': 'x',
      'processes/.bali.yaml': 'x',
      'processes/README.md': 'x',
      'schema/processes.yaml': 'x',
    })
    expect(loadKnowledge(folder.path).entries.size).toBe(2)
  })

  test('follows a link to a folder, as deployments make them', () => {
    using folder = aKnowledgeFolder(goodFiles)
    using linked = aKnowledgeFolder({})
    symlinkSync(folder.path, join(linked.path, 'current'))
    expect(loadKnowledge(join(linked.path, 'current')).entries.size).toBe(2)
  })
})

function errorOf(directory: string): KnowledgeError {
  try {
    loadKnowledge(directory)
  } catch (error) {
    if (error instanceof KnowledgeError) return error
    throw error
  }
  throw new Error('the folder was loaded')
}

/** One line for each problem, with paths as they are inside the folder. */
function problemsOf(directory: string): string[] {
  return errorOf(directory)
    .message.split('\n')
    .map((line) => line.replaceAll(`${directory}/`, '').replace(directory, ''))
}
