import type { Entry } from '../knowledge/knowledge.ts'
import { tokenize } from '../search/tokens.ts'
import { spelledWords } from './clause-words.ts'
import type { Context } from './conversation.ts'
import { namesSubject } from './find-mentions.ts'
import { findPick, type Pick } from './picks.ts'
import type { ReadClause } from './read-clause.ts'
import type { Understanding } from './understanding.ts'

/** Entries that a clause picks from what was shown, and the clause read with them in place of the picking words. */
export type Picked = {
  readonly clause: ReadClause
  readonly subjects: readonly Entry[]
  /** Nothing but the pick is said, so what was asked before is asked of it. */
  readonly keptIntent: string | undefined
}

/** What a clause picks from the list that was shown last; undefined when it names something itself. */
export function resolvePick(clause: ReadClause, context: Context, tools: Understanding): Picked | undefined {
  const { shown = [] } = context
  const { dates, places } = clause.selection.filter
  if (shown.length < 2 || dates.length + places.length > 0 || clause.mentions.some(namesSubject)) return undefined
  const current = shown.flatMap((entry, at) => (context.subjects.includes(entry) ? [at] : []))
  const pick = findPick(clause.text, { length: shown.length, current: current.length < shown.length ? current : [] })
  if (!pick) return undefined
  const subjects = pick.at.map((at) => shown[at]).filter((entry) => entry !== undefined)
  const read = readWith(subjects, pick, clause, tools)
  const elliptic = read.content.length === 0 && clause.mentions.length === 0 && !clause.asksItself
  return { clause: read, subjects, keptIntent: elliptic ? intentFor(context, tools) : undefined }
}

/** Of one entry of a list it is asked what it is; after a choice, what was asked when it was offered. */
function intentFor({ intent }: Context, { knowledge }: Understanding): string {
  const asked = knowledge.intents.get(intent)
  return asked?.about && !asked.alone ? intent : 'describe'
}

/** The clause with a slot where the pick stands: "who hosts the second one" asks like "who hosts <event>". */
function readWith(subjects: readonly Entry[], { first, last }: Pick, clause: ReadClause, tools: Understanding) {
  const words = spelledWords(tokenize(clause.text).slice(first, last + 1), tools.speller)
  const at = clause.masked.findIndex((_, i) => words.every((word, n) => clause.masked[i + n] === word))
  const slot = subjects[0] ? [`<${slotOf(subjects[0])}>`] : []
  const masked =
    at < 0 ? clause.masked : [...clause.masked.slice(0, at), ...slot, ...clause.masked.slice(at + words.length)]
  return {
    ...clause,
    masked,
    scores: tools.model.classify(masked),
    content: clause.content.filter((word) => !words.includes(word)),
    subjectWords: clause.subjectWords.filter((word) => !words.includes(word)),
    selection: { ...clause.selection, subjects, filtered: false, empty: false, tied: false },
    pointsBack: true,
  }
}

function slotOf({ kind }: Entry): string {
  return kind === 'contact' ? 'person' : kind
}
