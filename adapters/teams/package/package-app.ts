import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../../package.json' with { type: 'json' }
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { formatProblem, KnowledgeError } from '../../../src/knowledge/problem.ts'
import { readEnvFile } from '../../env-file.ts'
import { chooseKnowledgeFolder } from '../../knowledge-folder.ts'
import { SettingsError } from '../../settings-error.ts'
import { exitForSettings } from '../../start-failure.ts'
import { unfurlDomains } from '../link-domains.ts'
import { builtPackage } from './built-package.ts'
import { PackageError } from './package-error.ts'
import { packageFiles } from './package-files.ts'
import { readAppId } from './read-app-id.ts'
import { writeWhole } from './write-whole.ts'
import { zipFiles } from './zip-files.ts'

const usage = 'Usage: npm run teams:package [-- --out FILE]     makes the app package that Teams installs'

packageApp(process.argv.slice(2))

/**
 * `npm run teams:package`: makes the app package of the configured bot. Exit code 0 when it is made, 1 when it cannot be,
 * 78 when the settings do not say whose it is.
 */
function packageApp(args: readonly string[]): void {
  try {
    const out = outFile(args)
    const zip = makePackage()
    writeWhole(out, zip)
    console.log(`${shorter(out)}: ${zip.length} bytes, version ${packageJson.version}`)
  } catch (error) {
    const { lines, exitCode } = explain(error)
    for (const line of lines) console.error(line)
    process.exitCode = exitCode
  }
}

function outFile(args: readonly string[]): string {
  return parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values.out ?? builtPackage
}

function makePackage(): Uint8Array {
  const envProblem = readEnvFile()
  if (envProblem !== undefined) throw new SettingsError([envProblem])
  const appId = readAppId(process.env)
  const linkDomains = unfurlDomains(loadKnowledge(chooseKnowledgeFolder(undefined)))
  return zipFiles(packageFiles({ appId, version: packageJson.version, linkDomains }))
}

/** What can be expected to go wrong, in words. */
function explain(error: unknown): { readonly lines: readonly string[]; readonly exitCode: number } {
  if (error instanceof SettingsError) return { lines: error.lines, exitCode: exitForSettings }
  if (error instanceof PackageError) return { lines: error.lines, exitCode: 1 }
  if (error instanceof KnowledgeError) return { lines: error.problems.map(formatProblem), exitCode: 1 }
  if (isUsageError(error)) return { lines: [error.message, usage], exitCode: 1 }
  throw error
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

function shorter(file: string): string {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}
