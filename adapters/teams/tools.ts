import type { Store } from '../../src/store/store.ts'
import type { Keeping } from '../chat/shown-answer.ts'
import type { TakenKeys } from '../chat/taken-keys.ts'
import type { ChatTools } from '../chat/tools.ts'
import type { TeamsCalls } from './connector/teams-calls.ts'
import type { KnownPlaces } from './replies/known-places.ts'
import type { SentAnswers } from './replies/sent-answers.ts'

/** What handlers work with. */
export type TeamsTools = ChatTools &
  Keeping & {
    readonly store: ChatTools['store'] & Pick<Store, 'references'>
    readonly calls: TeamsCalls
    readonly places: KnownPlaces
    readonly sent: SentAnswers
    /** Activities that are or have been worked on by this process. */
    readonly taken: TakenKeys
    /** Lets work go on after its activity has been answered. */
    readonly later: (work: Promise<unknown>) => void
  }
