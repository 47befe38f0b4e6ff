import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

const source = 'id: upcoming\ntitle: Calendar of invented meetings\nasOf: "2026-12-01"\n'

/** The shipped knowledge with invented meetings from December 2026 to November 2027. */
export function loadUpcomingKnowledge(): Knowledge {
  const folder = mkdtempSync(join(tmpdir(), 'upcoming-'))
  try {
    cpSync('knowledge', folder, { recursive: true })
    mkdirSync(join(folder, 'events'), { recursive: true })
    cpSync('tests/fixtures/upcoming-meetings.yaml', join(folder, 'events/upcoming-meetings.yaml'))
    writeFileSync(join(folder, 'sources/upcoming.yaml'), source)
    return loadKnowledge(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
