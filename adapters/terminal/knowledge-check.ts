import { knowledgeWarnings } from '../../src/intents/lint/knowledge-warnings.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadLocatedKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { formatProblem, formatWarning, KnowledgeError } from '../../src/knowledge/problem.ts'
import { chooseKnowledgeFolder } from '../knowledge-folder.ts'
import { parseFolder } from './parse-command-line.ts'
import { type ExitCode, exitCodes, runCommand } from './run-command.ts'

const usage = 'Usage: npm run knowledge:check [-- DIR]     checks a knowledge folder'

await runCommand((args) => checkKnowledge(chooseKnowledgeFolder(parseFolder(args, usage)), Temporal.Now.plainDateISO()))

/** Prints each problem on a line of its own, or else each warning, which is only advice, and what the folder holds. */
function checkKnowledge(folder: string, today: Temporal.PlainDate): ExitCode {
  try {
    const located = loadLocatedKnowledge(folder)
    const warnings = knowledgeWarnings(located, today)
    for (const warning of warnings) console.log(formatWarning(warning))
    console.log(`${folder}: ${summarize(located.knowledge)}${countWarnings(warnings.length)}`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    for (const problem of error.problems) console.log(formatProblem(problem))
    return exitCodes.failed
  }
}

/** "27 processes, 1 role, …" */
function summarize({ entries, sources, intents, lexicon, topics, cities }: Knowledge): string {
  const byKind = Map.groupBy(entries.values(), (entry) => entry.kind)
  const counts: [string, number][] = [
    ...[...byKind].map(([kind, those]): [string, number] => [kind, those.length]),
    ['source', sources.size],
    ['intent', intents.size],
    ['lexicon group', lexicon.length],
    ['topic', topics.size],
    ['city', cities.length],
  ]
  return counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${count === 1 ? kind : plural(kind)}`)
    .join(', ')
}

function countWarnings(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '; 1 warning' : `; ${count} warnings`
}

function plural(kind: string): string {
  if (kind.endsWith('y')) return `${kind.slice(0, -1)}ies`
  return kind.endsWith('s') ? `${kind}es` : `${kind}s`
}
