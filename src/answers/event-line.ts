import type { Member } from '../intents/series-index.ts'
import { inLanguage } from '../knowledge/language.ts'
import { cancelled, wordWhen } from './event-times.ts'
import { colon, nameOf, type Wording } from './statement.ts'

/** One line of a list: name, dates, place, or what the year was about. */
export function eventLine(member: Member, wording: Wording): string {
  const { language } = wording
  const name = nameOf(member, wording)
  if (member.kind === 'dialogue')
    return `${name}${colon[language]}${member.theme ?? member.items.map((item) => item.title).join('; ')}`
  if (member.kind === 'publication') return member.title === name ? name : `${name}${colon[language]}${member.title}`
  const when = wordWhen(member, wording) ?? (member.status ? cancelled[language] : undefined)
  const where = member.place ? inLanguage(member.place.city, language) : undefined
  return [name, when, where].filter((part) => part !== undefined).join(', ')
}
