// Opens the store in a folder or a database, which makes its tables where there are none, and closes it again.
import { openStore } from '../../src/store/store.ts'
import { placeOf } from './planned-batches.ts'

console.log('opening')
await using _store = await openStore(placeOf(process.argv[2] ?? ''))
console.log('open')
