import type { Knowledge } from '../knowledge/knowledge.ts'
import { inLanguage, type Language } from '../knowledge/language.ts'
import type { Subscription, Target } from '../store/subscriptions.ts'
import { echoLeads } from './echo-leads.ts'
import { defaultAt } from './leads.ts'
import { everyWeek, replyWords } from './reply-wording.ts'
import { wordDay, wordWeekday } from './when-wording.ts'

/** What a reminder is of: "Bali Process", "Workshop, 10 March 2027". What is known no more is called by its id. */
export function nameTarget({ kind, id }: Target, { entries }: Pick<Knowledge, 'entries'>, language: Language): string {
  if (kind === 'all') return replyWords.allMeetings[language]
  const [entryId = '', day] = id.split('@')
  const entry = entries.get(entryId)
  const name = entry && 'name' in entry && entry.name ? inLanguage(entry.name, language) : entryId
  return day === undefined ? name : `${name}, ${wordDay(Temporal.PlainDate.from(day), language)}`
}

/** When it comes: "1 week and 1 day before, at 09:00", "every Monday at 09:00". */
export function nameTimes(
  { kind, leads, at, weekday }: Pick<Subscription, 'kind' | 'leads' | 'at' | 'weekday'>,
  language: Language,
): string {
  if (kind === 'reminder') return echoLeads(leads, at, language)
  return everyWeek[language]({ day: wordWeekday(weekday ?? 1, language), at: at ?? defaultAt })
}

/** "Bali Process: 1 week and 1 day before, at 09:00". */
export function nameSubscription(
  subscription: Pick<Subscription, 'kind' | 'target' | 'leads' | 'at' | 'weekday'>,
  knowledge: Pick<Knowledge, 'entries'>,
  language: Language,
): string {
  const colon = language === 'fr' ? ' : ' : ': '
  const name = nameTarget(subscription.target, knowledge, language)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${colon}${nameTimes(subscription, language)}`
}
