import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importViolations } from './import-rules.ts'
import { listImports } from './list-imports.ts'

const ROOT = join(import.meta.dirname, '..')

/** Paths with what they import, as sources. */
function sourcesImporting(imports: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(imports).map(([file, specifiers]) => [
      file,
      specifiers.map((specifier) => `import '${specifier}'`).join('\n'),
    ]),
  )
}

function readSources(): Map<string, string> {
  const folders = ['src', 'adapters', 'tests', 'bench'].filter((folder) => existsSync(join(ROOT, folder)))
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  const sources = files.filter((file) => /\.[mc]?[jt]s$/.test(file))
  return new Map(sources.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(ROOT, file), 'utf8')]))
}

describe('the sources', () => {
  test('import in one direction', () => {
    const sources = readSources()
    expect([...sources.keys()].filter((file) => file.startsWith('src/'))).not.toEqual([])
    expect(importViolations(sources)).toEqual([])
  })
})

describe('the list of imports', () => {
  test.each([
    ["import a from './a.ts'", ['./a.ts']],
    ["import type { A } from './a.ts'", ['./a.ts']],
    ["import {\n  type A,\n  b, // from './no.ts'\n} from './a.ts'", ['./a.ts']],
    ['import * as a from "./a.ts"; import \'./b.ts\'', ['./a.ts', './b.ts']],
    ["import words from './a.json' with { type: 'json' }", ['./a.json']],
    ["export { a } from './a.ts'\nexport * from './b.ts'", ['./a.ts', './b.ts']],
    ["export type { A } from './a.ts'", ['./a.ts']],
    ["const a = await import('./a.ts')", ['./a.ts']],
    ["const a = await import(\n  './a.ts',\n)", ['./a.ts']],
    ["let a: import('./a.ts').A", ['./a.ts']],
    ["createRequire(import.meta.url)('x'); require('./a.cjs')", ['./a.cjs']],
    ['await import(name)', ['']],
    ["// import './a.ts'\n/* import './b.ts' */", []],
    ['const text = "import a from \'./a.ts\'"', []],
    ["const text = `\nimport a from './a.ts'\n`", []],
    ["const quote = /['\"`]/\nimport './a.ts'", ['./a.ts']],
    ["const half = a / 2 + b / 'x'.length\nimport './a.ts'", ['./a.ts']],
    ["const url = 'https://example.org' // `\nimport './a.ts'", ['./a.ts']],
    ["Array.from('abc')", []],
  ])('reads %j', (source, imports) => {
    expect(listImports(source)).toEqual(imports)
  })
})

describe('the import rules', () => {
  test.each([
    ['src/search/rank.ts', '../knowledge/entry.ts'],
    ['src/search/rank.ts', './deep/score.ts'],
    ['src/search/rank.ts', 'minisearch'],
    ['src/intents/match.ts', '../search/rank.ts'],
    ['src/answers/answer.ts', '../intents/match.ts'],
    ['src/reminders/plan.ts', '../store/store.ts'],
    ['src/reminders/plan.ts', '../calendar/meeting.ts'],
    ['src/calendar/occurrences.ts', 'rrule-temporal'],
    ['src/calendar/meetings-of.ts', '../knowledge/knowledge.ts'],
    ['src/answers/event-list.ts', '../calendar/meetings-of.ts'],
    ['src/knowledge/load.ts', 'yaml'],
    ['src/store/sqlite.ts', 'node:sqlite'],
    ['src/focal-point.ts', './answers/answer.ts'],
    ['adapters/slack/app.ts', '@slack/bolt'],
    ['adapters/slack/app.ts', '../../src/focal-point.ts'],
    ['adapters/slack/app.ts', '../settings.ts'],
    ['adapters/start.ts', './slack/app.ts'],
    ['adapters/slack/app.ts', '../chat/wording.ts'],
    ['adapters/teams/drawing/draw.ts', '../../chat/wording.ts'],
    ['adapters/chat/wording.ts', '../clock.ts'],
    ['tests/store/store.test.ts', 'node:sqlite'],
    ['bench/bench.ts', '../adapters/slack/app.ts'],
  ])('let %s import %s', (file, specifier) => {
    expect(importViolations(sourcesImporting({ [file]: [specifier] }))).toEqual([])
  })

  test.each([
    ['src/knowledge/load.ts', '../search/rank.ts', 'knowledge may import only from knowledge'],
    ['src/search/rank.ts', '../intents/match.ts', 'search may import only from search, knowledge'],
    [
      'src/intents/match.ts',
      '../answers/answer.ts',
      'intents may import only from intents, knowledge, search, calendar',
    ],
    [
      'src/answers/answer.ts',
      '../store/store.ts',
      'answers may import only from answers, knowledge, search, calendar, intents',
    ],
    ['src/calendar/meeting.ts', '../reminders/plan.ts', 'calendar may import only from calendar, knowledge'],
    ['src/store/store.ts', '../reminders/plan.ts', 'store may import only from store'],
    [
      'src/reminders/plan.ts',
      '../answers/answer.ts',
      'reminders may import only from reminders, knowledge, calendar, store',
    ],
    [
      'src/answers/answer.ts',
      '../focal-point.ts',
      'answers may import only from answers, knowledge, search, calendar, intents',
    ],
  ])('keep %s from importing %s', (file, specifier, reason) => {
    const target = `src/${specifier.replace('../', '')}`
    expect(importViolations(sourcesImporting({ [file]: [specifier] }))).toEqual([
      `${file}: imports ${target}, but ${reason}`,
    ])
  })

  test.each([
    ['src/focal-point.ts', '../adapters/start.ts', 'imports adapters/start.ts, but src never imports adapters'],
    [
      'src/answers/answer.ts',
      '../../adapters/slack/app.ts',
      'imports adapters/slack/app.ts, but src never imports adapters',
    ],
    [
      'adapters/slack/app.ts',
      '../teams/app.ts',
      'imports adapters/teams/app.ts, but only adapters/start.ts, adapters/examine-all.ts, adapters/draw-answers.ts may import another adapter',
    ],
    [
      'adapters/settings.ts',
      './teams/app.ts',
      'imports adapters/teams/app.ts, but only adapters/start.ts, adapters/examine-all.ts, adapters/draw-answers.ts may import another adapter',
    ],
    [
      'adapters/chat/wording.ts',
      '../slack/app.ts',
      'imports adapters/slack/app.ts, but only adapters/start.ts, adapters/examine-all.ts, adapters/draw-answers.ts may import another adapter',
    ],
    [
      'adapters/settings.ts',
      './chat/wording.ts',
      'imports adapters/chat/wording.ts, but only adapters/start.ts, adapters/examine-all.ts, adapters/draw-answers.ts may import another adapter',
    ],
    [
      'adapters/slack/app.ts',
      '../../tests/fake-slack.ts',
      'imports tests/fake-slack.ts, which is not part of the product',
    ],
  ])('keep %s from importing %s', (file, specifier, reason) => {
    expect(importViolations(sourcesImporting({ [file]: [specifier] }))).toEqual([`${file}: ${reason}`])
  })

  test.each([
    ['minisearch', 'src/intents/match.ts', 'src/search'],
    ['minisearch/SearchableMap', 'src/intents/match.ts', 'src/search'],
    ['yaml', 'src/answers/wording.ts', 'src/knowledge'],
    ['@slack/web-api', 'adapters/teams/app.ts', 'adapters/slack'],
    ['@slack/types', 'adapters/chat/wording.ts', 'adapters/slack'],
    ['botbuilder', 'adapters/chat/wording.ts', 'adapters/teams'],
    ['botbuilder', 'adapters/slack/app.ts', 'adapters/teams'],
    ['botbuilder-core', 'adapters/start.ts', 'adapters/teams'],
    ['botframework-connector', 'src/focal-point.ts', 'adapters/teams'],
    ['@azure/identity', 'adapters/slack/app.ts', 'adapters/teams'],
    ['fflate', 'adapters/teams/examine.ts', 'adapters/teams/package'],
    ['ajv-formats', 'adapters/start.ts', 'adapters/teams/package'],
    ['rrule-temporal', 'src/knowledge/schema.ts', 'src/calendar'],
    ['kysely', 'src/reminders/plan.ts', 'src/store'],
    ['pg', 'adapters/start.ts', 'src/store'],
    ['node:sqlite', 'src/calendar/meeting.ts', 'src/store'],
    ['@nlpjs/basic', 'src/intents/match.ts', 'bench/peers'],
  ])('keep the package %s out of %s', (specifier, file, home) => {
    expect(importViolations(sourcesImporting({ [file]: [specifier] }))).toEqual([
      `${file}: imports ${specifier}, which only ${home} may`,
    ])
  })

  test('refuse an import() that cannot be read', () => {
    expect(importViolations(new Map([['adapters/start.ts', 'await import(platform)']]))).toEqual([
      'adapters/start.ts: has an import() whose path is not a plain string, so that it cannot be checked',
    ])
  })

  test('report a cycle once, even one of types', () => {
    const sources = new Map([
      ['src/search/a.ts', "import type { B } from './b.ts'"],
      ['src/search/b.ts', "export { c } from './c.ts'"],
      ['src/search/c.ts', "const a = await import('./a.ts')"],
      ['src/search/d.ts', "import './a.ts'"],
    ])
    expect(importViolations(sources)).toEqual([
      'src/search/a.ts: is in an import cycle: src/search/a.ts → src/search/b.ts → src/search/c.ts → src/search/a.ts',
    ])
  })

  test.each([
    'src/search/utils.ts',
    'src/search/util.ts',
    'adapters/helpers.ts',
    'adapters/slack/index.ts',
    'tests/misc.test.ts',
  ])('refuse the name of %s', (file) => {
    const name = file.slice(file.lastIndexOf('/') + 1)
    expect(importViolations(new Map([[file, '']]))).toEqual([`${file}: is named ${name}; name it after what it does`])
  })

  test.each(['src/languages/detect.ts', 'src/log.ts'])('refuse %s, which has no place in the order', (file) => {
    expect(importViolations(new Map([[file, '']]))).toEqual([
      `${file}: stands in no known folder of src (knowledge, search, calendar, intents, answers, store, reminders)`,
    ])
  })
})
