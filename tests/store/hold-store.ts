// Opens the store in a folder, says how that went, and holds it until standard input ends.
import { openStore } from '../../src/store/store.ts'

try {
  await using _store = await openStore(process.argv[2] ?? '')
  console.log('open')
  for await (const _ of process.stdin);
} catch (error) {
  console.log(String(error))
}
