import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Path inside the knowledge folder → what the file holds. A path that ends in a slash makes an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A knowledge folder on disk that goes away at the end of the test. */
export type KnowledgeFolder = Disposable & { readonly path: string }

/** Writes a knowledge folder that holds just these files. */
export function aKnowledgeFolder(files: Files): KnowledgeFolder {
  const path = mkdtempSync(join(tmpdir(), 'knowledge-'))
  for (const [name, content] of Object.entries(files)) {
    const target = join(path, name)
    mkdirSync(name.endsWith('/') ? target : dirname(target), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(target, content)
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** The smallest good folder with one entry that cites a source and names a role. */
export const goodFiles = {
  'sources/004.yaml': 'id: "004"\ntitle: Policy pages\nasOf: "2021"\n',
  'roles/observer.yaml':
    'id: observer\nname: observer\ngroup: participation\nsentence: IOM is an observer\nsource: 004:504\n',
  'processes/bali.yaml': [
    'id: bali-process',
    'name: Bali Process',
    'scope: regional',
    'roles:',
    '  - role: observer',
    '    source: 004:1',
    'source: 004:1-2',
    '',
  ].join('\n'),
} as const satisfies Files
