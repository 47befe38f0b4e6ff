/** An app package that cannot be made: one line for each thing that is wrong with it. */
export class PackageError extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[], cause?: unknown) {
    super(lines.join('\n'), { cause })
    this.name = 'PackageError'
    this.lines = lines
  }
}
