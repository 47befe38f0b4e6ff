import { formatProblem, KnowledgeError } from '../src/knowledge/problem.ts'
import { StoreError } from '../src/store/store-error.ts'
import type { Settings } from './settings.ts'
import { SettingsError } from './settings-error.ts'

/** The exit code of sysexits.h for wrong configuration. */
export const exitForSettings = 78
const exitForFailure = 1

export type StartFailure = { readonly lines: readonly string[]; readonly exitCode: number }

/** What can be expected to keep the service from starting, in words; undefined for a defect. */
export function explainStartFailure(error: unknown, settings: Settings): StartFailure | undefined {
  if (error instanceof KnowledgeError) return { lines: error.problems.map(formatProblem), exitCode: exitForFailure }
  if (error instanceof SettingsError) return { lines: error.lines, exitCode: exitForSettings }
  if (error instanceof StoreError) return { lines: [error.message], exitCode: exitForFailure }
  return error instanceof Error && 'code' in error ? explainListening(String(error.code), settings) : undefined
}

function explainListening(code: string, { HOST, PORT }: Settings): StartFailure | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return { lines: [`PORT: ${PORT} is in use on ${HOST}, expected a free port`], exitCode: exitForFailure }
    case 'EACCES':
      return {
        lines: [`PORT: ${PORT} may not be used by this user, expected 1024 or above`],
        exitCode: exitForSettings,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { lines: [`HOST: expected an address of this machine, got "${HOST}"`], exitCode: exitForSettings }
    default:
      return undefined
  }
}
