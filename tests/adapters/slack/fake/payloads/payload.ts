import type { IdSource } from '../state/id-source.ts'
import type { ResponseTarget } from '../state/response-urls.ts'
import type { TriggerIds } from '../state/trigger-ids.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The envelope that every event comes in. */
export type EventEnvelope = Fields & { readonly event_id: string; readonly team_id: string; readonly event: Fields }

/** What Slack sends to an app, whatever it travels on. */
export type Payload =
  | { readonly kind: 'events_api'; readonly body: EventEnvelope }
  | { readonly kind: 'slash_commands' | 'interactive'; readonly body: Fields }

/** Who sends: what the builders take from a Slack. */
export type PayloadSource = {
  readonly teamId: string
  readonly teamDomain: string
  readonly appId: string
  readonly botUserId: string
  readonly botId: string
  readonly verificationToken: string
  readonly ids: IdSource
  readonly triggers: TriggerIds
  readonly responseUrls: { create(id: string, target: ResponseTarget): void }
  readonly baseUrl: string
  now(): number
}

/** A response_url that leads back to this Slack. */
export function newResponseUrl(slack: PayloadSource, target: ResponseTarget): string {
  const id = slack.ids.next('R')
  slack.responseUrls.create(id, target)
  return `${slack.baseUrl}/response/${id}`
}

/** A trigger id that opens one view within three seconds. */
export function newTriggerId(slack: PayloadSource): string {
  return slack.triggers.create(slack.ids.next('trigger.'))
}

/** The fields that all interactions share. */
export function interactionFields(slack: PayloadSource, user: string): Fields {
  const name = user.toLowerCase()
  return {
    team: { id: slack.teamId, domain: slack.teamDomain },
    user: { id: user, username: name, name, team_id: slack.teamId },
    api_app_id: slack.appId,
    token: slack.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}
