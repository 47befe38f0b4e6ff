/** Wrong usage of a command: one line that says what is wrong and allowed, and the usage below it. */
export class UsageError extends Error {
  constructor(problem: string, usage: string) {
    super(`${problem}\n\n${usage}`)
    this.name = 'UsageError'
  }
}
