import { type Fields, objectIn, objectsIn } from '../fields.ts'
import type { Place } from '../state/conversation-ids.ts'
import { INES, type People, type Person } from '../state/people.ts'
import { type Where, whereFields } from './where.ts'

/** What builders take from a fake connector. */
export type ActivitySource = {
  readonly appId: string
  readonly botName: string
  readonly tenant: string
  readonly serviceUrl: string
  readonly ids: { next(): string }
  readonly people: Pick<People, 'add'>
  now(): number
}

/** What every builder may be told. */
export type Circumstances = Where & {
  readonly place: Place
  /** Ines Moreau unless somebody else. */
  readonly from?: Person
  /** `en-US` by default. */
  readonly locale?: string
  /** An IANA time zone; `Europe/Zurich` by default. */
  readonly timezone?: string
  /** Where the tenant is served from, if not where the connector says. */
  readonly serviceUrl?: string
  /** Fields to be different or added; undefined takes one away. */
  readonly fields?: Fields
}

/** An activity as it travels. */
export type Activity = Fields & {
  readonly id: string
  readonly type: string
  readonly conversation: Fields & { readonly id: string }
  readonly from: Person
  readonly serviceUrl: string
}

/** The bot, as activities name it. */
export function botAccount({ appId, botName }: ActivitySource): { readonly id: string; readonly name: string } {
  return { id: `28:${appId}`, name: botName }
}

/** Any activity, with the fields that Teams puts into all of them. */
export function anActivity(fake: ActivitySource, type: string, about: Circumstances, own: Fields): Activity {
  const { from = INES, locale = 'en-US', timezone = 'Europe/Zurich', serviceUrl = fake.serviceUrl, fields } = about
  fake.people.add(from)
  const id = fake.ids.next()
  const { conversation, channelData } = whereFields(fake.tenant, about, { personId: from.id, activityId: id })
  const clientInfo = { type: 'clientInfo', locale, country: 'CH', platform: 'Web', timezone }
  return {
    type,
    id,
    ...timesAt(fake.now(), timezone),
    channelId: 'msteams',
    serviceUrl,
    from,
    conversation,
    recipient: botAccount(fake),
    locale,
    ...own,
    entities: [...objectsIn(own, 'entities'), clientInfo],
    ...fields,
    channelData: { ...channelData, ...objectIn(own, 'channelData'), ...objectIn(fields ?? {}, 'channelData') },
  }
}

function timesAt(now: number, timezone: string): Fields {
  const at = Temporal.Instant.fromEpochMilliseconds(now)
  const local = at.toZonedDateTimeISO(timezone)
  const localTimestamp = local.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 })
  return { timestamp: at.toString({ fractionalSecondDigits: 3 }), localTimestamp, localTimezone: timezone }
}
