import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * Reads options and positional arguments; nothing unknown passes.
 * @throws {UsageError} that names the option and lists the allowed ones
 */
export function parseCommandLine<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    if (!isParseError(error)) throw error
    throw new UsageError(explain(error.message, Object.keys(options)), usage)
  }
}

/**
 * The one folder a command may take.
 * @throws {UsageError} when there is more than that
 */
export function parseFolder(args: readonly string[], usage: string): string | undefined {
  const { positionals } = parseCommandLine(args, {}, usage)
  const [folder, surplus] = positionals
  if (surplus !== undefined) throw new UsageError(`"${surplus}": expected at most one folder`, usage)
  return folder
}

/** Node's message goes on with advice in a second sentence; ours is what is allowed. */
function explain(message: string, names: readonly string[]): string {
  const problem = message.split(/\. |\n/)[0]
  const allowed = names.map((name) => `--${name}`).join(', ')
  return `${problem}; allowed ${allowed ? `are ${allowed}` : 'is no option'}`
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
