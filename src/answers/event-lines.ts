import type { Member } from '../intents/series-index.ts'
import type { Language } from '../knowledge/language.ts'
import { wordDates } from './date-wording.ts'
import { eventLine } from './event-line.ts'
import { nameOf, type Wording } from './statement.ts'

/** What comes again more often than this in one list has a line for the first few times and one for all others. */
const mostTimes = 3

/** The lines of a list in their order; what comes again and again does not fill it. */
export function eventLines(members: readonly Member[], wording: Wording): string[] {
  const byId = Map.groupBy(members, ({ id }) => id)
  return members.flatMap((member) => {
    const times = byId.get(member.id) ?? []
    const at = times.indexOf(member)
    if (at < mostTimes || times.length === mostTimes + 1) return [eventLine(member, wording)]
    return at === mostTimes ? [moreTimes(member, times, wording)] : []
  })
}

function moreTimes(member: Member, times: readonly Member[], wording: Wording): string {
  const last = times.at(-1)
  const until = last?.kind === 'event' && last.starts ? wordDates(last.starts, undefined, wording.language) : ''
  return more[wording.language](nameOf(member, wording), times.length - mostTimes, until)
}

const more: Readonly<Record<Language, (name: string, count: number, until: string) => string>> = {
  en: (name, count, until) => `${name}: ${count} more times until ${until}`,
  fr: (name, count, until) => `${name} : encore ${count} fois jusqu’au ${until}`,
  es: (name, count, until) => `${name}: ${count} veces más hasta el ${until}`,
}
