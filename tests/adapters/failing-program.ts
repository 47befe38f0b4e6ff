import type { ThreadProgram } from '../../adapters/answer-thread.ts'

/** The thread program of the tests, in little memory, so that running out of it takes a moment only. */
export const failingProgram: ThreadProgram = {
  file: new URL('./failing-worker.ts', import.meta.url),
  resourceLimits: { maxOldGenerationSizeMb: 64 },
}

/** Questions that make its thread end. */
export const orders = { crash: 'crash', exhaust: 'exhaust', exit: 'exit' } as const
/** Files of a knowledge folder that keep its thread from getting ready: once, or for ever. */
export const obstacles = { crashOnce: 'crash-once', hang: 'hang' } as const
/** The file it writes when it hangs. */
export const hangs = 'hangs'
