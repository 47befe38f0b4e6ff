import { z } from 'zod'
import { checkMessage } from '../block-check.ts'
import { type Methods, Refusal, readArgs } from './method.ts'

/** The app itself: who it is, whether it may go on, what it may send. */
export const appMethods: Methods = {
  'api.test': {
    isOpen: true,
    run: (args) => {
      if (typeof args.error === 'string') throw new Refusal(args.error, { args })
      return { args }
    },
  },
  'auth.test': {
    tokens: ['bot', 'app', 'user'],
    run: (_, { slack, token }) => {
      if (token.kind === 'app') return { app_name: 'Focal Point', app_id: slack.appId }
      return {
        url: `https://${slack.teamDomain}.slack.com/`,
        team: slack.teamDomain,
        user: 'focalpoint',
        team_id: token.teamId,
        user_id: token.userId,
        ...(token.kind === 'bot' && { bot_id: token.botId }),
        is_enterprise_install: false,
      }
    },
  },
  'auth.revoke': {
    tokens: ['bot', 'app', 'user'],
    run: (_, { slack, token }) => {
      slack.tokens.revoke(token.token)
      return { revoked: true }
    },
  },
  'apps.uninstall': {
    run: (args, { slack, token }) => {
      readArgs({ client_id: z.string(), client_secret: z.string() }, args)
      slack.tokens.revoke(token.token)
      return {}
    },
  },
  'blocks.validate': {
    run: (args) => {
      const lines = checkMessage({ text: 'a fallback', blocks: args.blocks })
      if (lines.length > 0) throw new Refusal('invalid_blocks', { errors: lines })
      return {}
    },
  },
}
