/** A place in a knowledge file; lines and columns count from 1. */
export type Location = { readonly file: string; readonly line: number; readonly column: number }

/** Something wrong in a knowledge file: where it stands, what is wrong, and what would be allowed. */
export type Problem = Location & { readonly message: string }

/** Something in a good knowledge file that an editor may want to look at: where it stands, and what to do. */
export type Warning = Location & { readonly message: string }

/** `file:line:column: message`, the form editors and terminals make clickable. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`
}

/** `file:line:column: warning: message`. */
export function formatWarning({ message, ...location }: Warning): string {
  return formatProblem({ ...location, message: `warning: ${message}` })
}

/** Orders by file, and inside a file from top to bottom. */
export function byLocation(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

/** Thrown when a knowledge folder cannot be used; carries every problem, never only the first. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'KnowledgeError'
    this.problems = problems
  }
}
