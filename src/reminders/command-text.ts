import type { Subscription, Target } from '../store/subscriptions.ts'
import { echoLeads } from './echo-leads.ts'
import { defaultAt } from './leads.ts'
import type { Place } from './places.ts'
import { wordWeekday } from './when-wording.ts'

/** What is wanted, before it is certain of which meetings. */
export type Wanted = Pick<Subscription, 'kind' | 'leads' | 'at' | 'weekday'> & { readonly place: Place }

/** The command that asks for just this, for buttons: "remind me 1 week before bali-process at 09:00". */
export function commandFor({ kind, leads, at, weekday, place }: Wanted, { kind: target, id }: Target): string {
  const whom = place.kind === 'channel' ? place.name : place.kind === 'me' ? 'me' : 'us'
  const what = target === 'all' ? 'all meetings' : id
  if (kind === 'digest')
    return `remind ${whom} of ${what} every ${wordWeekday(weekday ?? 1, 'en')} at ${at ?? defaultAt}`
  const time = at === undefined ? '' : ` at ${at}`
  return `remind ${whom} of ${what} ${echoLeads(leads, undefined, 'en')}${time}`
}
