import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { docsViolations } from './docs-rules.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = ['README.md', 'DESIGN.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

function readDocument(name: string): string | undefined {
  const path = join(ROOT, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

describe('the documents', () => {
  test('name only scripts, paths and links that exist', () => {
    const documents = new Map(DOCUMENTS.map((name) => [name, readDocument(name)]))
    const scripts = Object.keys(packageJson.scripts)
    expect(docsViolations(documents, { scripts, exists: (path) => existsSync(join(ROOT, path)) })).toEqual([])
  })
})

describe('the document rules', () => {
  const files = [
    'README.md',
    'package.json',
    'docs/guide.md',
    'docs/a b.md',
    'src',
    'src/focal-point.ts',
    'src/search/',
  ]
  const repository = { scripts: ['ask', 'knowledge:check'], exists: (path: string) => files.includes(path) }

  function violationsIn(text: string | undefined, document = 'README.md'): string[] {
    return docsViolations(new Map([[document, text]]), repository)
  }

  test.each([
    ['a script', 'Run `npm run knowledge:check`.'],
    ['a script after options', '```\nnpm run --silent ask -- "Who?"\n```'],
    ['a file', 'See `src/focal-point.ts` and `package.json`.'],
    ['a folder', 'See `src/search/`.'],
    ['a pattern of paths', 'See `src/*/gone.ts` and `adapters/<platform>`.'],
    ['a path that is not of the repository', 'Slack has `chat/postMessage`.'],
    ['a path in a block of code', '```\n`src/gone.ts` [gone](gone.md)\n```'],
    ['a relative link', '[guide](docs/guide.md#start "Guide") and [a b](docs/a%20b.md)'],
    ['a link definition', '[guide]\n\n[guide]: docs/guide.md'],
    ['a link to elsewhere', '[site](https://example.org/x.md), [mail](mailto:a@example.org), [below](#below)'],
    ['a link inside code', 'Write `[text](target.md)`.'],
  ])('accept %s', (_, text) => {
    expect(violationsIn(text)).toEqual([])
  })

  test.each([
    ['npm run gone', 'README.md: names npm run gone, which package.json does not have'],
    ['npm run --silent gone:too -- x', 'README.md: names npm run gone:too, which package.json does not have'],
    ['`src/gone.ts`', 'README.md: names src/gone.ts, which does not exist'],
    ['`.ci/gone`', 'README.md: names .ci/gone, which does not exist'],
    ['`biome.json`', 'README.md: names biome.json, which does not exist'],
    ['```\ncode\n```\n`src/gone.ts`', 'README.md: names src/gone.ts, which does not exist'],
    ['[gone](docs/gone.md)', 'README.md: links to docs/gone.md, which does not exist'],
    ['![gone](<gone.png> "Title")', 'README.md: links to gone.png, which does not exist'],
    ['[gone]: ./gone.md#part', 'README.md: links to ./gone.md#part, which does not exist'],
    ['[`src`](source/)', 'README.md: links to source/, which does not exist'],
  ])('find what is wrong in %j', (text, violation) => {
    expect(violationsIn(text)).toEqual([violation])
  })

  test('follow links from the folder of the document', () => {
    expect(violationsIn('[guide](guide.md), [start](../README.md)', 'docs/more.md')).toEqual([])
    expect(violationsIn('[guide](docs/guide.md)', 'docs/more.md')).toHaveLength(1)
  })

  test('report a document that is missing', () => {
    expect(violationsIn(undefined)).toEqual(['README.md: is missing'])
  })

  test('report the same mistake in a document once', () => {
    expect(violationsIn('`src/gone.ts`, `src/gone.ts`')).toHaveLength(1)
  })
})
