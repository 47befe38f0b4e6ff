/** Settings that turn out to be wrong only when they are used: one line for each variable, with what it takes. */
export class SettingsError extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[], cause?: unknown) {
    super(lines.join('\n'), { cause })
    this.name = 'SettingsError'
    this.lines = lines
  }
}
