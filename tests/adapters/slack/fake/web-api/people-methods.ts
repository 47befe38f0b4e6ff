import { z } from 'zod'
import type { SlackState } from '../state/slack-state.ts'
import type { User } from '../state/users.ts'
import { flag, type Methods, Refusal, readArgs } from './method.ts'

/** People, the team and the bot. */
export const peopleMethods: Methods = {
  'users.info': {
    scope: 'users:read',
    run: (args, { slack }) => {
      const { user, include_locale } = readArgs({ user: z.string(), include_locale: flag }, args)
      const found = slack.users.get(user)
      if (!found) throw new Refusal('user_not_found')
      return { user: userAsSeen(found, include_locale === true, slack) }
    },
  },
  'users.list': {
    scope: 'users:read',
    run: (args, { slack }) => {
      const { include_locale } = readArgs({ include_locale: flag }, args)
      const members = slack.users.list().map((user) => userAsSeen(user, include_locale === true, slack))
      return { members, cache_ts: Math.floor(slack.now() / 1000), response_metadata: { next_cursor: '' } }
    },
  },
  'team.info': {
    scope: 'team:read',
    run: (_, { slack, token }) => ({ team: { id: token.teamId, name: slack.teamDomain, domain: slack.teamDomain } }),
  },
  'bots.info': {
    scope: 'users:read',
    run: (args, { slack, token }) => {
      const { bot = token.botId } = readArgs({ bot: z.string().optional() }, args)
      if (bot !== slack.botId && bot !== token.botId) throw new Refusal('bot_not_found')
      return { bot: { id: bot, deleted: false, name: 'focal point', app_id: slack.appId, user_id: token.userId } }
    },
  },
  'reactions.add': { scope: 'reactions:write', run: reaction },
  'reactions.remove': { scope: 'reactions:write', run: reaction },
}

function reaction(args: Parameters<typeof readArgs>[1]) {
  readArgs({ channel: z.string(), timestamp: z.string(), name: z.string() }, args)
  return {}
}

function userAsSeen(user: User, withLocale: boolean, slack: SlackState): Record<string, unknown> {
  const { id, name, realName, locale, tz, deleted, isBot, isAdmin } = user
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(slack.now())).toZonedDateTimeISO(tz)
  return {
    id,
    team_id: slack.teamId,
    name,
    deleted,
    real_name: realName,
    ...(!deleted && { tz, tz_label: tz, tz_offset: zoned.offsetNanoseconds / 1e9 }),
    profile: { real_name: realName, display_name: name, team: slack.teamId },
    is_bot: isBot,
    is_admin: isAdmin,
    is_owner: false,
    is_app_user: false,
    // Only on demand, as Slack does.
    ...(withLocale && { locale }),
  }
}
