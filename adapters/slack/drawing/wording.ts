import type { Words } from '../../../src/knowledge/language.ts'
import { notices } from '../../chat/wording.ts'

/** The texts that name what only Slack has. */
export const slackWords = {
  homeHow: {
    en: 'Write to me in Messages, mention me in a channel, or use /focal anywhere.',
    fr: 'Écrivez-moi dans Messages, mentionnez-moi dans un canal ou utilisez /focal où que vous soyez.',
    es: 'Escríbame en Mensajes, mencióneme en un canal o use /focal en cualquier lugar.',
  },
} as const satisfies Record<string, Words>

/** One sentence for what can happen in Slack besides an answer. */
export const slackNotices = {
  ...notices,
  uncertain: {
    en: 'Slack did not confirm my message. If you do not see it, please try again.',
    fr: 'Slack n’a pas confirmé mon message. Si vous ne le voyez pas, réessayez.',
    es: 'Slack no ha confirmado mi mensaje. Si no lo ve, inténtelo de nuevo.',
  },
} as const satisfies Record<string, Words>
