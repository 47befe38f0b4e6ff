// Claims events of one name after another, several at a time, and prints the key of each claim that was acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/store.ts'

const [folder = '', name = ''] = process.argv.slice(2)
const store = await openStore(folder)
await Promise.all([0, 1, 2, 3].map(claimForever))

async function claimForever(lane: number): Promise<void> {
  for (let count = 0; ; count++) {
    const key = `${name}-${lane}-${count}`
    if (!(await store.seenEvents.claim('slack', key, count))) throw new Error(`${key} was refused`)
    writeSync(1, `${key}\n`)
  }
}
