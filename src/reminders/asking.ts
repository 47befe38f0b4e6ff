import type { Language } from '../knowledge/language.ts'
import type { Platform } from '../store/platform.ts'
import type { ReferenceKey } from '../store/references.ts'

/** A conversation that reminders can go to. */
export type ReminderPlace = ReferenceKey & {
  /** Whether the person is alone there with the app. */
  readonly isPersonal: boolean
  /** As people see it, "#general"; undefined where it has no name to show. */
  readonly name?: string | undefined
}

/** Why a channel that was named gets no reminders: there is none of that name, or the app or the person is not in it. */
export type PlaceRefusal = 'unknown' | 'app-not-there' | 'person-not-there'

/** Who wants something of reminders, and where. Platforms fill it in; what takes a call is only called when it matters. */
export type Asking = {
  readonly platform: Platform
  readonly workspace: string
  /** As the platform names people. */
  readonly person: string
  /** What the person reads. */
  readonly language: Language
  /** Of the person, by its name in the time zone database; undefined where the platform does not tell. */
  readonly zone: string | undefined
  /** Whether nobody but the person sees the reply. */
  readonly isPrivate: boolean
  /** The conversation that questions asked there belong to, for what was talked about; left out where there is none. */
  readonly conversation?: string | undefined
  /** The conversation in which it was asked, without a thread. */
  readonly here: ReminderPlace
  /** The person's own conversation with the app; undefined where there is none and none can be begun. */
  readonly personal: () => Promise<ReminderPlace | undefined>
  /** A channel as it was written: "#general", "<#C123|general>". */
  readonly channel: (written: string) => Promise<ReminderPlace | PlaceRefusal>
  /** Whether the platform calls the person a manager of that conversation, who may change what others set there. */
  readonly isManager: (place: ReferenceKey) => Promise<boolean>
}
