import type { RunningService } from '../adapters/running-service.ts'
import type { Client } from './client.ts'
import type { Stored } from './stored.ts'

/** What steps work with. They share it: each goes on where the one before has stopped. */
export type Stage = {
  readonly client: Client
  readonly service: RunningService
  readonly stored: Stored
}

/** One thing that a person does, and what must come of it: `run` rejects if that does not come. */
export type Step = {
  /** A sentence about what is shown. */
  readonly name: string
  readonly run: (stage: Stage) => Promise<void>
}
