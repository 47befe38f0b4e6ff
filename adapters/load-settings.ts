import { readEnvFile } from './env-file.ts'
import { type ReadSettings, readSettings } from './settings.ts'

/** All settings, from the environment and `.env`, or all that is wrong with either. */
export function loadSettings(): ReadSettings {
  const envProblem = readEnvFile()
  const read = readSettings(process.env)
  if (envProblem === undefined) return read
  return { ok: false, problems: [envProblem, ...(read.ok ? [] : read.problems)] }
}
