import { join } from 'node:path'
import { createFocalPoint, type FocalPoint } from '../src/focal-point.ts'
import type { ModelCache } from '../src/intents/intent-model.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import type { ParsedValue, ParsedValues } from '../src/knowledge/yaml-file.ts'
import { cacheFolder, keyOf, readCacheFile, writeCacheFile } from './cache-files.ts'

/** How many versions of each are kept: for a few knowledge folders, and for going back and forth in one. */
const keptFiles = 4

/**
 * Loads a knowledge folder; files that have not changed since an earlier start are not parsed again.
 * @throws {KnowledgeError} with all problems of the folder
 */
export function loadWithCache(folder: string, cache: string = cacheFolder): Knowledge {
  const parsed = new ParsedFile(join(cache, 'parsed', `${keyOf(folder)}-with-lines.json`))
  const knowledge = loadKnowledge(folder, parsed)
  parsed.save()
  return knowledge
}

/** Builds the assistant; phrasings that have not changed since an earlier start are not trained on again. */
export function buildWithCache(knowledge: Knowledge, cache: string = cacheFolder): FocalPoint {
  return createFocalPoint(knowledge, modelFiles(cache))
}

/** Trained models, one file for each state of the phrasings. */
export function modelFiles(cache: string = cacheFolder): ModelCache {
  const folder = join(cache, 'models')
  return {
    load: (key) => readCacheFile(join(folder, key)),
    save: (key, bytes) => writeCacheFile(join(folder, key), bytes, keptFiles),
  }
}

/** The parsed values of a folder's files, by their content. Only what was used in this loading is saved again. */
class ParsedFile implements ParsedValues {
  readonly #file: string
  readonly #before: Readonly<Record<string, ParsedValue>>
  readonly #used: Record<string, ParsedValue> = {}
  #changed = false

  constructor(file: string) {
    this.#file = file
    const body = readCacheFile(file)
    this.#before = body ? JSON.parse(body.toString('utf8')) : {}
  }

  get(source: string): ParsedValue | undefined {
    const key = keyOf(source)
    const parsed = this.#before[key]
    if (parsed) this.#used[key] = parsed
    return parsed
  }

  set(source: string, parsed: ParsedValue): void {
    this.#used[keyOf(source)] = parsed
    this.#changed = true
  }

  save(): void {
    if (this.#changed) writeCacheFile(this.#file, Buffer.from(JSON.stringify(this.#used)), keptFiles)
  }
}
