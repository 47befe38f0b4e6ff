import { readFileSync } from 'node:fs'
import type { Document, Found } from './document.ts'
import { measureRun } from './measure-run.ts'
import { peers } from './peers.ts'

/** What the program gets in a file: the documents are in memory before the measuring begins. */
export type PeerTask = { readonly documents: readonly Document[]; readonly questions: readonly string[] }

/** `node bench/peers/run-peer.ts NAME TASK.json` prints a measured run as JSON. */
if (import.meta.main) {
  const [name, file = ''] = process.argv.slice(2)
  const peer = peers.find((one) => one.name === name)
  if (!peer) throw new Error(`${name}: expected one of ${peers.map((one) => one.name).join(', ')}`)
  const buildFinder = await peer.load()
  const { documents, questions } = JSON.parse(readFileSync(file, 'utf8')) as PeerTask
  const build = async () => {
    const find = await buildFinder(documents)
    return async (question: string): Promise<Found | null> => (await find(question)) ?? null
  }
  console.log(JSON.stringify(await measureRun(build, questions)))
}
