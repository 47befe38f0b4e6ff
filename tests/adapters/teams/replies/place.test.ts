import { describe, expect, test } from 'vitest'
import { type Activity, activitySchema, originOf } from '../../../../adapters/teams/connection/activity.ts'
import {
  conversationOf,
  isFromPerson,
  isPrivate,
  keyOf,
  readerLanguage,
  rootOf,
} from '../../../../adapters/teams/replies/place.ts'

const inPerson = { id: 'a:1', conversationType: 'personal' }
const thread = '19:desk@thread.tacv2;messageid=17'

/** An activity as it passes the border; what matters of it is given. */
function anActivity(more: object = {}): Activity {
  const conversation = { id: thread, conversationType: 'channel', tenantId: 't1' }
  const around = { type: 'message', id: '99', conversation, recipient: { id: '28:focal' }, from: { id: '29:ines' } }
  return activitySchema.parse({ ...around, ...more })
}

function talkOf(more: object, { isPrivate }: { readonly isPrivate: boolean }): string {
  return conversationOf(originOf(anActivity(more)), { isPrivate })
}

test.each([
  [thread, '19:desk@thread.tacv2', 'a thread of a channel'],
  ['19:desk@thread.tacv2', '19:desk@thread.tacv2', 'a channel'],
  ['a:1abc', 'a:1abc', 'a personal chat'],
  ['', '', 'nothing'],
])('finds the place of %j to be %j (%s)', (conversationId, root) => {
  expect(rootOf(conversationId)).toBe(root)
})

describe('conversationOf', () => {
  const amina = { from: { id: '29:amina' } }

  test('is the same for everybody who writes in a thread', () => {
    expect(talkOf({}, { isPrivate: false })).toBe(talkOf(amina, { isPrivate: false }))
  })

  test('is another for each person who asks in private', () => {
    const all = [talkOf({}, { isPrivate: false }), talkOf({}, { isPrivate: true }), talkOf(amina, { isPrivate: true })]
    expect(new Set(all).size).toBe(3)
  })

  test.each([
    [{ conversation: { id: `${thread}8`, tenantId: 't1' } }, 'another thread'],
    [{ conversation: { id: thread, tenantId: 't2' } }, 'another tenant'],
  ])('is another for %j (%s)', (more) => {
    expect(talkOf(more, { isPrivate: false })).not.toBe(talkOf({}, { isPrivate: false }))
  })
})

test.each<[more: object, expected: boolean, reason: string]>([
  [{ recipient: { id: '28:focal', isTargeted: true } }, true, 'a slash command'],
  [{ recipient: { id: '28:focal', isTargeted: false } }, false, 'not so'],
  [{ recipient: { id: '28:focal', isTargeted: null } }, false, 'not told'],
  [{}, false, 'a client that does not know of it'],
  [{ recipient: { id: '28:focal', isTargeted: true }, conversation: inPerson }, false, 'nobody else is there'],
])('tells of %j that only we see it: %s (%s)', (more, expected) => {
  expect(isPrivate(anActivity(more))).toBe(expected)
})

test.each<[more: object, expected: boolean, reason: string]>([
  [{ from: { id: '29:ines' } }, true, 'a person'],
  [{ from: { id: '29:ines', role: 'user' } }, true, 'a person, by role'],
  [{ from: { id: '28:focal' } }, false, 'ourselves'],
  [{ from: { id: '28:other' } }, false, 'another bot'],
  [{ from: { id: '29:ines', role: 'bot' } }, false, 'a bot, by role'],
  [{ from: null }, false, 'nobody'],
  [{ from: undefined }, false, 'left out'],
])('tells of %j that a person did it: %s (%s)', (more, expected) => {
  expect(isFromPerson(anActivity(more))).toBe(expected)
})

test.each<[locale: string | null | undefined, language: string | undefined, reason: string]>([
  ['fr-FR', 'fr', 'a language that we write'],
  ['de-DE', 'en', 'one that we do not'],
  [null, undefined, 'nothing is told'],
  [undefined, undefined, 'it is left out'],
  ['', 'en', 'an empty one'],
  ['x'.repeat(10_000), 'en', 'an endless one'],
])('reads the locale %j as %j (%s)', (locale, language) => {
  expect(readerLanguage(anActivity({ locale }))).toBe(language)
})

test('tells activities apart by their place and id, and those without an id not at all', () => {
  expect(keyOf(anActivity())).toBe(keyOf(anActivity({ from: { id: '29:amina' } })))
  expect(keyOf(anActivity())).not.toBe(keyOf(anActivity({ id: '100' })))
  expect(keyOf(anActivity())).not.toBe(keyOf(anActivity({ conversation: { id: 'a:1' } })))
  expect(keyOf(anActivity({ id: null }))).toBeUndefined()
  expect(keyOf(anActivity({ id: '' }))).toBeUndefined()
})
