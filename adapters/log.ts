export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Ids, outcomes and milliseconds; never what people write, names, addresses or tokens. */
export type LogFields = Readonly<Record<string, unknown>>

/** A short constant message and its fields; one JSON object on a line. */
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>

/** A log that leaves out what is below `level`. */
export function createLog(
  level: LogLevel,
  write: (line: string) => unknown = (line) => process.stdout.write(line),
): Log {
  const logAt = (own: LogLevel) => (message: string, fields?: LogFields) => {
    if (logLevels.indexOf(own) < logLevels.indexOf(level)) return
    const time = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
    write(`${JSON.stringify({ time, level: own, message, ...fields })}\n`)
  }
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') }
}

/** What kind of error it is and where it comes from. Its message is left out, because it may quote what a person wrote. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return { error: error.name, ...('code' in error && { code: error.code }), at: frames.map((frame) => frame.trim()) }
}
