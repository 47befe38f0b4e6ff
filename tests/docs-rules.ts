import { posix } from 'node:path'

/** What the documents are checked against. */
export interface Repository {
  /** Names of the scripts in package.json. */
  readonly scripts: readonly string[]
  readonly exists: (path: string) => boolean
}

/** `npm run X`, with or without options before the name. */
const SCRIPT_CALL = /\bnpm run (?:-\S+ )*(?<script>[a-z][\w-]*(?::[\w-]+)*)/g
const FENCED_BLOCK = /^ *(?<fence>`{3,}|~{3,})[\s\S]*?^ *\k<fence>`*$/gm
const CODE_SPAN = /`(?<code>[^`\n]+)`/g
/** Only plain characters: a pattern such as `src/*.ts` or `adapters/<platform>` names no single file. */
const REPOSITORY_PATH = /^(src|adapters|knowledge|tests|bench|\.ci)\/[\w./-]*$/
const INLINE_LINK = /\]\(\s*<?(?<target>[^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g
const LINK_DEFINITION = /^ *\[[^\]]+\]:\s*<?(?<target>[^\s>]+)>?/gm
/** A scheme such as `https:`, a host, or a place in the same document. */
const NOT_A_FILE = /^([a-z][a-z+.-]*:|\/\/|#)/i

const TOP_LEVEL_FILES: readonly string[] = [
  '.env.example',
  '.gitignore',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'DESIGN.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

/**
 * Returns one line, `document: reason`, for each script, path or link that leads nowhere.
 * Takes path → text, with no text for a document that does not exist.
 */
export function docsViolations(documents: ReadonlyMap<string, string | undefined>, repository: Repository): string[] {
  return [...documents].flatMap(([document, text]) => {
    if (text === undefined) return [`${document}: is missing`]
    const reasons = [
      ...unknownScripts(text, repository),
      ...missingPaths(text, repository),
      ...brokenLinks(document, text, repository),
    ]
    return [...new Set(reasons)].map((reason) => `${document}: ${reason}`)
  })
}

function unknownScripts(text: string, { scripts }: Repository): string[] {
  return captures(text, SCRIPT_CALL, 'script')
    .filter((script) => !scripts.includes(script))
    .map((script) => `names npm run ${script}, which package.json does not have`)
}

function missingPaths(text: string, { exists }: Repository): string[] {
  return captures(text.replaceAll(FENCED_BLOCK, ''), CODE_SPAN, 'code')
    .filter((code) => REPOSITORY_PATH.test(code) || TOP_LEVEL_FILES.includes(code))
    .filter((path) => !exists(path))
    .map((path) => `names ${path}, which does not exist`)
}

function brokenLinks(document: string, text: string, { exists }: Repository): string[] {
  const prose = text.replaceAll(FENCED_BLOCK, '').replaceAll(CODE_SPAN, '')
  return [...captures(prose, INLINE_LINK, 'target'), ...captures(prose, LINK_DEFINITION, 'target')]
    .filter((target) => !NOT_A_FILE.test(target))
    .filter((target) => !exists(linkedPath(document, target)))
    .map((target) => `links to ${target}, which does not exist`)
}

function linkedPath(document: string, target: string): string {
  const path = decodeURIComponent(target.replace(/[#?].*$/, ''))
  return posix.join(posix.dirname(document), path)
}

function captures(text: string, pattern: RegExp, group: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match.groups?.[group] ?? [])
}
