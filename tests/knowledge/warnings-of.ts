import { loadLocatedKnowledge } from '../../src/knowledge/load-knowledge.ts'
import type { LocatedKnowledge } from '../../src/knowledge/located-knowledge.ts'
import { formatWarning, type Warning } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, type Files } from './knowledge-folder.ts'

/** What a check says of a folder that holds just these files, as it is printed, with paths from inside the folder. */
export function warningsOf(files: Files, check: (located: LocatedKnowledge) => Warning[]): string[] {
  using folder = aKnowledgeFolder(files)
  return check(loadLocatedKnowledge(folder.path)).map((warning) =>
    formatWarning(warning).replaceAll(`${folder.path}/`, ''),
  )
}

/** An intent file with these phrasings, the first of them on line 5. */
export function intentFile(id: string, phrasings: readonly string[]): string {
  return [`id: ${id}`, `asks: the ${id}`, 'phrasings:', '  en:', ...phrasings.map((text) => `    - ${text}`), ''].join(
    '\n',
  )
}

/** A topic file with one topic, its first question on line 4. */
export function topicFile(id: string, questions: readonly string[], source?: string): string {
  const lines = [`- id: ${id}`, `  title: Topic ${id}`, '  questions:', ...questions.map((text) => `    - ${text}`)]
  return [...lines, '  answer: Ask at the desk.', ...(source ? [`  source: ${source}`] : []), ''].join('\n')
}
