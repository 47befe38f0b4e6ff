import { examineAll } from './examine-all.ts'
import type { Finding } from './finding.ts'
import { loadSettings } from './load-settings.ts'
import { exitForSettings } from './start-failure.ts'

const marks = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' } as const

await examine()

/**
 * `npm run doctor`: says in plain words what works and what does not, and what to do. Exit code 0 when nothing is wrong,
 * 1 when something is, 78 when the settings cannot be read.
 */
async function examine(): Promise<void> {
  const read = loadSettings()
  if (!read.ok) {
    for (const problem of read.problems) print(wrongSetting(problem))
    process.exitCode = exitForSettings
    return
  }
  let isWell = true
  for await (const finding of examineAll(read.settings)) {
    print(finding)
    isWell &&= finding.kind !== 'wrong'
  }
  process.exitCode = isWell ? 0 : 1
}

function print({ kind, about, says }: Finding): void {
  console.log(`${marks[kind]} ${about}: ${says}`)
}

function wrongSetting(line: string): Finding {
  const colon = line.indexOf(': ')
  return { kind: 'wrong', about: line.slice(0, colon), says: line.slice(colon + 2) }
}
