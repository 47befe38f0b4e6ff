/** A scope of the bot and what takes it. */
type Permission = {
  readonly scope: string
  /** Methods of the Web API and events that Slack gives only with it. */
  readonly for: readonly string[]
  /** Without it nothing works; without the others something is missing. */
  readonly isNeeded: boolean
}

/** All that the app may do; `manifest.json` asks for the same. */
export const permissions: readonly Permission[] = [
  { scope: 'app_mentions:read', for: ['app_mention'], isNeeded: true },
  { scope: 'chat:write', for: ['chat.postMessage', 'chat.postEphemeral'], isNeeded: true },
  { scope: 'commands', for: ['/focal', 'focal.look-up'], isNeeded: true },
  { scope: 'im:history', for: ['message.im', 'conversations.history', 'conversations.replies'], isNeeded: true },
  // Who asks "remind me" in a channel is reminded in a direct message.
  { scope: 'im:write', for: ['conversations.open'], isNeeded: false },
  {
    scope: 'channels:read',
    for: [
      'conversations.info',
      'conversations.list',
      'conversations.members',
      'channel_archive',
      'channel_deleted',
      'channel_left',
    ],
    isNeeded: false,
  },
  { scope: 'users:read', for: ['users.info'], isNeeded: false },
  { scope: 'assistant:write', for: ['assistant.threads.setSuggestedPrompts'], isNeeded: false },
]

/** What a token lacks; nothing where Slack does not say which scopes it has. */
export function missingScopes(granted: readonly string[] | undefined): Readonly<Record<'needed' | 'wanted', string[]>> {
  const missing = permissions.filter(({ scope }) => granted !== undefined && !granted.includes(scope))
  return {
    needed: missing.filter(({ isNeeded }) => isNeeded).map(({ scope }) => scope),
    wanted: missing.filter(({ isNeeded }) => !isNeeded).map(({ scope }) => scope),
  }
}
