import { type Activity, botAccount } from './fake/activities/activity.ts'
import { aConversationUpdate } from './fake/activities/conversation-update.ts'
import { mentionOf } from './fake/activities/mention.ts'
import { aDeletion, aMessage, anEdit } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { aPerson } from './fake/state/people.ts'

/** What looks like a message, but is no question of a person to us. */
export const unasked: Readonly<Record<string, (teams: FakeConnector, text: string) => Activity>> = {
  'our own message': (teams, text) => aMessage(teams, { text, place: 'personal', fields: { from: botAccount(teams) } }),
  'a message of another bot': (teams, text) => aMessage(teams, { text, place: 'personal', fields: { from: otherBot } }),
  'a mention by another bot': (teams, text) => aMessage(teams, { text, place: 'channel', fields: { from: otherBot } }),
  'an edit': (teams, text) => anEdit(teams, '1700000000000', { text, place: 'personal' }),
  'a deletion': (teams) => aDeletion(teams, '1700000000000', { place: 'personal' }),
  'a message in a channel to nobody': (teams, text) => aMessage(teams, { text, place: 'channel', mentions: [] }),
  'a message in a group to somebody else': (teams, text) => {
    const mention = mentionOf(aPerson('Amina Diallo'))
    return aMessage(teams, { text: `${mention.text} ${text}`, place: 'groupChat', mentions: [mention] })
  },
  'somebody joining': (teams) =>
    aConversationUpdate(teams, { place: 'channel', membersAdded: [aPerson('Amina Diallo')] }),
}

const otherBot = { id: '28:0d9c1f6e-0000-4000-8000-00000000beef', name: 'Weather' }
