import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enlargeKnowledge } from './enlarge-knowledge.ts'
import type { SizeCost } from './knowledge-size.ts'
import { runOwnProgram } from './run-program.ts'

export type GrowthStep = { readonly times: number; readonly cost: SizeCost }

/** The cost of knowledge one, four and sixteen times as large, each in a process of its own. */
export function measureGrowth(folder: string, questionFile: string | undefined): GrowthStep[] {
  return [1, 4, 16].map((times) => {
    using enlarged = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
    enlargeKnowledge(folder, enlarged.path, times)
    const questions = questionFile === undefined ? [] : [questionFile]
    return { times, cost: runOwnProgram<SizeCost>('knowledge-size.ts', [enlarged.path, ...questions]).printed }
  })
}
