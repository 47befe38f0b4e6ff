import { join, relative } from 'node:path'

const projectFolder = join(import.meta.dirname, '..')

/**
 * The knowledge folder to read: the given one, else `FOCAL_POINT_KNOWLEDGE`, else `knowledge` of this project wherever it
 * is started from. Relative to the current folder where that is shorter, so that problems stay readable.
 */
export function chooseKnowledgeFolder(given: string | undefined): string {
  const folder = given || process.env.FOCAL_POINT_KNOWLEDGE
  if (folder) return folder
  const own = join(projectFolder, 'knowledge')
  const short = relative(process.cwd(), own)
  return short.startsWith('..') ? own : short
}
