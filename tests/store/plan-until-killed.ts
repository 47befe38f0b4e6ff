// Plans batch after batch, several at a time, each in a transaction of its own rows, and prints each that was acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/store.ts'
import { batchOf, LANES, placeOf } from './planned-batches.ts'

const [place = '', name = ''] = process.argv.slice(2)
const store = await openStore(placeOf(place))
await Promise.all(LANES.map(planForever))

async function planForever(lane: number): Promise<void> {
  for (let number = 0; ; number += 1) {
    const { conversation, wanted } = batchOf(name, lane, number)
    await store.deliveries.plan(wanted, { conversations: [conversation], kinds: ['reminder'] }, 0)
    writeSync(1, `${lane} ${number}\n`)
  }
}
