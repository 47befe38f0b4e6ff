import { existsSync } from 'node:fs'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../src/knowledge/problem.ts'
import { examineDatabase, openStore } from '../src/store/store.ts'
import { StoreError, StoreInUseError } from '../src/store/store-error.ts'
import { examineCalendars } from './examine-calendars.ts'
import type { Finding } from './finding.ts'
import { chooseKnowledgeFolder } from './knowledge-folder.ts'
import type { Settings } from './settings.ts'
import { hasSlack, hasTeams } from './settings-sets.ts'

/** Looks at one thing after the other, and tells of each what works and what does not. */
export async function* examineAll(settings: Settings): AsyncGenerator<Finding> {
  yield { kind: 'ok', about: 'settings', says: 'all that are given are understood' }
  for (const check of [checkKnowledge, checkCalendars, checkStore, checkSlack, checkTeams]) yield* await check(settings)
}

function checkKnowledge({ FOCAL_POINT_KNOWLEDGE }: Settings): Finding[] {
  const folder = chooseKnowledgeFolder(FOCAL_POINT_KNOWLEDGE)
  try {
    const { entries, topics } = loadKnowledge(folder)
    return [
      { kind: 'ok', about: 'knowledge', says: `${folder} is valid: ${entries.size} entries, ${topics.size} topics` },
    ]
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    const count = error.problems.length
    return [
      {
        kind: 'wrong',
        about: 'knowledge',
        says: `${folder} has ${count} problems; run "npm run knowledge:check" to see them`,
      },
    ]
  }
}

async function checkStore(settings: Settings): Promise<Finding[]> {
  const { DATA_DIR, DATABASE_URL } = settings
  if (!hasSlack(settings) && !hasTeams(settings)) return []
  if (DATABASE_URL !== undefined) return [await orStoreError('DATABASE_URL', () => lookAtDatabase(DATABASE_URL))]
  return [await orStoreError('DATA_DIR', () => lookAtFolder(DATA_DIR))]
}

/** Not opened, because that would change its tables under an older version that may run. */
async function lookAtDatabase(url: string): Promise<Finding> {
  const held = await examineDatabase(url)
  return held === 'store'
    ? { kind: 'ok', about: 'DATABASE_URL', says: 'the database can be reached and holds the store' }
    : { kind: 'note', about: 'DATABASE_URL', says: 'the database can be reached; its tables will be made at the start' }
}

/** Beside knowledge that is invalid nothing can be said of them. */
async function checkCalendars({ FOCAL_POINT_CALENDARS, FOCAL_POINT_KNOWLEDGE }: Settings): Promise<Finding[]> {
  if (FOCAL_POINT_CALENDARS === undefined) return []
  try {
    return await examineCalendars(FOCAL_POINT_CALENDARS, loadKnowledge(chooseKnowledgeFolder(FOCAL_POINT_KNOWLEDGE)))
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return []
  }
}

/** Opening is the only check that tells the truth; a service that runs has the store for itself, and has checked it. */
async function lookAtFolder(folder: string): Promise<Finding> {
  if (!existsSync(folder)) return { kind: 'note', about: 'DATA_DIR', says: `${folder} will be made at the start` }
  await using _store = await openStore(folder)
  return { kind: 'ok', about: 'DATA_DIR', says: `${folder} holds the store` }
}

async function orStoreError(about: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    const kind = error instanceof StoreInUseError ? 'note' : 'wrong'
    return { kind, about, says: error.message.replace(`${about}: `, '') }
  }
}

async function checkSlack(settings: Settings): Promise<readonly Finding[]> {
  if (!hasSlack(settings)) return [notConfigured('Slack')]
  const { examineSlack } = await import('./slack/examine.ts')
  return examineSlack(settings)
}

async function checkTeams(settings: Settings): Promise<readonly Finding[]> {
  if (!hasTeams(settings)) return [notConfigured('Teams')]
  const { examineTeams } = await import('./teams/examine.ts')
  return examineTeams(settings)
}

function notConfigured(platform: string): Finding {
  return { kind: 'note', about: platform, says: `not configured; the section "${platform}" of README.md says how` }
}
