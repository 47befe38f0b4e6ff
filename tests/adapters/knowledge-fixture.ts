import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own that is gone at the end of the test. */
export type TemporaryFolder = Disposable & {
  readonly path: string
  write(file: string, text: string): void
  remove(file: string): void
}

export function aFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'focal-point-'))
  return {
    path,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), text)
    },
    remove: (file) => rmSync(join(path, file)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** A small knowledge folder: fast to learn from, and its answers are names that stand nowhere else. */
export function aKnowledgeFolder(): TemporaryFolder {
  const folder = aFolder()
  folder.write('topics/office.yaml', topicsFile('Pelican'))
  return folder
}

/** Two topics; where the badge is to be had can be chosen. */
export function topicsFile(badgePlace: string): string {
  return `- id: badge
  title: Badge
  questions: [Where do I get a badge?, I lost my badge, Who prints badges?]
  answer: Go to the ${badgePlace} gate.
- id: leave
  title: Leave
  questions: [How do I ask for leave?, Where is the leave form?]
  answer: Write to the Toucan desk.
`
}

/** Breaks two rules, on lines 1 and 4. */
export const brokenTopicsFile = `- id: badge
  questions: [Where do I get a badge?]
  answer: At the gate.
  colour: red
  title: Badge
- id: leave
  title: Leave
  answer: At the desk.
`

export const badgeQuestion = 'Where do I get a badge?'
/** Has no word in common with anything. */
export const unknownQuestion = 'zzqx vlorp'
