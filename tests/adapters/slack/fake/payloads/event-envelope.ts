import type { Fields, Payload, PayloadSource } from './payload.ts'

export type EventPayload = Extract<Payload, { kind: 'events_api' }>

/** Any event in the envelope that Slack puts around it; `envelope` overrides fields of the envelope. */
export function anyEvent(slack: PayloadSource, event: Fields, envelope: Fields = {}): EventPayload {
  const event_id = slack.ids.next('Ev')
  return {
    kind: 'events_api',
    body: {
      token: slack.verificationToken,
      team_id: slack.teamId,
      context_team_id: slack.teamId,
      context_enterprise_id: null,
      api_app_id: slack.appId,
      event: { event_ts: slack.ids.nextTs(), ...event },
      type: 'event_callback',
      event_id,
      event_time: Math.floor(slack.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: slack.teamId,
          user_id: slack.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${event_id}`,
      ...envelope,
    },
  }
}
