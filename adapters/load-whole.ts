import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { fingerprintFolder } from './fingerprint-folder.ts'
import { loadWithCache } from './load-focal-point.ts'

/**
 * Loads a folder as it was at one moment: if it changes while it is read, half of what was read may be old, and it is
 * read again.
 * @throws {KnowledgeError} with all problems of the folder
 */
export function loadWhole(folder: string, load: (folder: string) => Knowledge = loadWithCache): Knowledge {
  const before = fingerprintFolder(folder)
  try {
    const knowledge = load(folder)
    if (fingerprintFolder(folder) === before) return knowledge
  } catch (error) {
    if (fingerprintFolder(folder) === before) throw error
  }
  return loadWhole(folder, load)
}
