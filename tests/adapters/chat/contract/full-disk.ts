import type { Store } from '../../../../src/store/store.ts'

/** Whether anything can be written. */
export type Disk = { isFull: boolean }

/** A store that nothing can be written to while the disk is full. */
export function fullWhile(disk: Disk): (store: Store) => Store {
  return (store) => {
    const { seenEvents, feedback, keptAnswers, references } = store
    return {
      ...store,
      seenEvents: { ...seenEvents, claim: writing(seenEvents.claim, disk) },
      feedback: {
        ...feedback,
        record: writing(feedback.record, disk),
        addReason: writing(feedback.addReason, disk),
      },
      keptAnswers: { ...keptAnswers, keep: writing(keptAnswers.keep, disk) },
      references: { ...references, keep: writing(references.keep, disk) },
    }
  }
}

function writing<A extends unknown[], R>(write: (...args: A) => Promise<R>, disk: Disk): (...args: A) => Promise<R> {
  return async (...args) => {
    if (disk.isFull) throw new Error('the disk is full')
    return await write(...args)
  }
}
