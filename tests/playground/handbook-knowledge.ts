import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder, type TemporaryFolder } from '../adapters/knowledge-fixture.ts'

/** Asks for what takes several pages; nothing in the shipped knowledge does. */
export const longQuestion = 'Show me the handbook'

/** The shipped knowledge, with a long topic of an organisation's own. */
export function handbookKnowledge(): TemporaryFolder {
  const folder = aFolder()
  cpSync(join(import.meta.dirname, '../../knowledge'), folder.path, { recursive: true })
  folder.write('topics/handbook.yaml', handbook)
  return folder
}

const rules = Array.from({ length: 60 }, (_, i) => `Rule ${100 + i}. ${'Herons wade with care. '.repeat(15)}`)

const handbook = `- id: handbook
  title: Handbook
  questions: [${longQuestion}, Which rules are there in the handbook?, Open the handbook of the house]
  source: The handbook of the house
  answer: |
${rules.map((rule) => `    ${rule.trim()}`).join('\n\n')}
`
