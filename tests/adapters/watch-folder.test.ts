import { once } from 'node:events'
import { expect, test } from 'vitest'
import { watchFolder } from '../../adapters/watch-folder.ts'
import { aKnowledgeFolder, topicsFile } from './knowledge-fixture.ts'

/** Watches a folder; `changed` waits for the next call back. */
function watching(folder: string) {
  const changes = new EventTarget()
  const watcher = watchFolder(folder, () => changes.dispatchEvent(new Event('change')))
  return { changed: () => once(changes, 'change'), [Symbol.dispose]: () => watcher[Symbol.dispose]() }
}

test('a watched folder that is taken away and comes back is two changes', async () => {
  using folder = aKnowledgeFolder()
  using watcher = watching(folder.path)
  const gone = watcher.changed()
  folder[Symbol.dispose]()
  await gone
  // Events end with the folder they were for; looking at intervals finds the new one.
  const back = watcher.changed()
  folder.write('topics/office.yaml', topicsFile('Heron'))
  await back
})

test('a folder can be watched before it exists', async () => {
  using folder = aKnowledgeFolder()
  folder[Symbol.dispose]()
  using watcher = watching(folder.path)
  const created = watcher.changed()
  folder.write('topics/office.yaml', topicsFile('Heron'))
  await created
})

test('a change is reported in a folder where other files change all the time', async () => {
  using folder = aKnowledgeFolder()
  using watcher = watching(folder.path)
  const noise = setInterval(() => folder.write('topics/notes.txt', String(performance.now())), 5)
  try {
    const changed = watcher.changed()
    folder.write('topics/office.yaml', topicsFile('Heron'))
    expect(await changed).toHaveLength(1)
  } finally {
    clearInterval(noise)
  }
})
