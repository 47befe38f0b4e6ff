import { expect, test } from 'vitest'
import { cutEmbedded, cutTakesWhatWasNotWritten } from './cut-power.ts'
import { reasonForNoDisk } from './cuttable-disk.ts'

const reason = reasonForNoDisk()
if (reason !== undefined) console.warn(`tests of power cuts are skipped: ${reason}`)

test.skipIf(reason !== undefined)('a power cut takes what nobody made durable, and of the store nothing', async () => {
  expect(cutTakesWhatWasNotWritten()).toBe(true)
  const { acknowledged, ...faults } = await cutEmbedded('cut', 10)
  expect(acknowledged).toBeGreaterThanOrEqual(10)
  expect(faults).toEqual({ lost: 0, partial: 0 })
})
