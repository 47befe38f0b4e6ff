import { type Fields, newResponseUrl, newTriggerId, type Payload, type PayloadSource } from './payload.ts'

type Command = {
  readonly command: string
  readonly text?: string
  readonly user?: string
  readonly channel?: string
  /** Fields to be different. */
  readonly fields?: Fields
}

/** Somebody types a slash command. */
export function slashCommand(slack: PayloadSource, typed: Command): Payload {
  const { command, text = '', user = 'U00000001', channel = 'C00000001', fields } = typed
  return {
    kind: 'slash_commands',
    body: {
      token: slack.verificationToken,
      team_id: slack.teamId,
      team_domain: slack.teamDomain,
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
      user_id: user,
      user_name: user.toLowerCase(),
      command,
      text,
      api_app_id: slack.appId,
      is_enterprise_install: 'false',
      response_url: newResponseUrl(slack, { channel, user }),
      trigger_id: newTriggerId(slack),
      ...fields,
    },
  }
}
