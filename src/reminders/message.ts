import type { Meeting } from '../calendar/meeting.ts'
import type { Knowledge, Source } from '../knowledge/knowledge.ts'
import { inLanguage, type Language } from '../knowledge/language.ts'
import { citedSource } from '../knowledge/references.ts'
import { citedPart } from '../knowledge/source-parts.ts'
import type { Delivery } from '../store/delivery.ts'

/** Where something is told, as answers name it. */
export type MessageSource = { readonly document: string; readonly locator: string; readonly asOf?: string }

/** What a message says of one meeting. */
export type MessagePart = {
  readonly kind: Delivery['kind']
  readonly meetingId: string
  /** "Tomorrow: Workshop". */
  readonly headline: string
  /** When and where it is, one thing each. */
  readonly facts: readonly string[]
  readonly url: string | undefined
  readonly sources: readonly MessageSource[]
}

/** What is sent to a conversation unasked, for adapters to draw. */
export type ReminderMessage = {
  readonly kind: 'reminder' | 'notice' | 'digest'
  readonly language: Language
  /** All that a notification shows. */
  readonly headline: string
  /** One for each meeting; where there is only one, its headline is that of the message. */
  readonly parts: readonly MessagePart[]
  readonly notes: readonly string[]
  /** The reminders that it fulfils, for who wants to stop or snooze them. */
  readonly subscriptionIds: readonly string[]
}

/** The sources of a meeting, each once. */
export function sourcesOf(
  { source }: Pick<Meeting, 'source'>,
  { sources }: Pick<Knowledge, 'sources'>,
  language: Language,
): MessageSource[] {
  return [...new Set(source)].flatMap((citation) => {
    const found = sources.get(citedSource(citation))
    return found ? [sourceOf(found, citation, language)] : []
  })
}

function sourceOf(source: Source, citation: string, language: Language): MessageSource {
  const part = citedPart(source, citation)
  const asOf = part?.asOf ?? source.asOf
  const document = inLanguage(part?.title ?? source.title, language)
  return { document, locator: citation, ...(asOf !== 'undated' && { asOf }) }
}
