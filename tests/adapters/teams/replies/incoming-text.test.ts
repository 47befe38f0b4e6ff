import { describe, expect, test } from 'vitest'
import { type Activity, activitySchema } from '../../../../adapters/teams/connection/activity.ts'
import { mentionsUs, readMessageText } from '../../../../adapters/teams/replies/incoming-text.ts'

const us = '28:focal'

function aMention(text: unknown, id: unknown = us): object {
  return { type: 'mention', text, mentioned: { id, name: 'Focal Point' } }
}

/** A message with these words, as it passes the border. */
function written(text: unknown, entities: unknown = [aMention('<at>Focal Point</at>')]): Activity {
  const around = { type: 'message', conversation: { id: 'a:1' }, recipient: { id: us } }
  return activitySchema.parse({ ...around, text, entities })
}

const others = [aMention('<at>Focal Point</at>'), aMention('<at>Amina Diallo</at>', '29:amina')]
const inTwoWords = [aMention('<at>Focal</at>'), aMention('<at>Point</at>')]
const oneInTheOther = [aMention('<at>Focal</at>'), aMention('<at>Focal</at> <at>Point</at>')]

/** Where a card stands in a message that a person writes, as Microsoft's Playground sends it. */
const cardPlace =
  '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n  <span content="0" itemprop="cardId"></span>\n</span>'

describe('readMessageText', () => {
  test.each<[text: string, read: string, reason: string]>([
    ['<at>Focal Point</at> events 2017', 'events 2017', 'the mention in front'],
    ['events 2017 <at>Focal Point</at>', 'events 2017', 'the mention at the end'],
    ['events <at>Focal Point</at> 2017', 'events 2017', 'the mention in the middle'],
    ['<at>Focal Point</at> events <at>Focal Point</at> 2017', 'events 2017', 'the mention twice'],
    ['<at>Focal Point</at>: events', 'events', 'a colon after the mention'],
    ['<at>Focal Point</at>, who?', 'who?', 'a comma after the mention'],
    ['<at>Focal Point</at>\u00A0events&nbsp;2017', 'events 2017', 'no-break spaces, as such and by name'],
    ['<at>Focal Point</at>\r\n\r\n who\n\truns it', 'who\nruns it', 'line breaks and tabs'],
    ['<p>who</p><div>runs<br/>it</div>', 'who\nruns\nit', 'tags that end a line'],
    ['A &amp; B &lt;C&gt; &quot;D&quot; &#39;E&#39;', 'A & B <C> "D" \'E\'', 'entities'],
    ['&amp;lt;at&amp;gt;', '&lt;at&gt;', 'entities are decoded once'],
    ['&lt;at&gt;Focal Point&lt;/at&gt;', '<at>Focal Point</at>', 'what was typed with brackets is no mention'],
    ['&copy; &bogus;', '&copy; &bogus;', 'other entities are what somebody wrote'],
    ['a < b and b > c', 'a < b and b > c', 'lone brackets'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>', 'other tags are what somebody wrote'],
    ['<at id="0">Focal Point</at> hi', 'Focal Point hi', 'a tag with a number, of nobody who is named'],
    ['who\u200B ru\uFEFFns \u202Eit\u202C', 'who runs it', 'invisible characters and marks of direction'],
    ['\u200Fما هي عملية ألماتي؟', 'ما هي عملية ألماتي؟', 'text from right to left'],
    ['👩‍👩‍👧‍👦 👍', '👩‍👩‍👧‍👦 👍', 'joined emoji'],
    ['<at>Focal Point</at>', '', 'an empty mention'],
    [`\n${cardPlace}\n`, '', 'nothing but where a card stands'],
    [`${cardPlace} who runs it`, 'who runs it', 'words beside a card'],
    ['<at>Focal Point</at>,', '', 'an empty mention with a comma'],
    [' <at>Focal Point</at>&nbsp;\u200B\n', '', 'an empty mention with spaces of all kinds'],
    ['\u200D\uFE0F', '', 'nothing but a joiner and a selector'],
    ['', '', 'nothing'],
  ])('reads %j as %j (%s)', (text, read) => {
    expect(readMessageText(written(text))).toBe(read)
  })

  test.each<[text: unknown, entities: unknown, read: string, reason: string]>([
    ['<at>Focal Point</at> ask <at>Amina Diallo</at>', others, 'ask Amina Diallo', 'others stay, by name'],
    ['<at>Focal</at> <at>Point</at> events', inTwoWords, 'events', 'a name of two words is two mentions'],
    ['<at>Focal</at> <at>Point</at> events', oneInTheOther, 'events', 'the longer mention goes first'],
    ['<at>Focal Point</at> events', [], 'Focal Point events', 'words in the form of a mention are none'],
    ['<at>Focal Point</at> events', null, 'Focal Point events', 'no entities'],
    ['<at>Focal Point</at> events', [null, {}, { type: null }], 'Focal Point events', 'empty entities'],
    [
      '<at>Focal Point</at> events',
      [aMention('<at>Focal Point</at>', 7)],
      'Focal Point events',
      'an id of another kind',
    ],
    ['<at>Focal Point</at> events', [{ type: 'mention' }], 'Focal Point events', 'a mention of nobody'],
    ['<at>Focal Point</at> events', [aMention(null)], 'Focal Point events', 'a mention without its words'],
    ['$& $1', [aMention('$')], '& 1', 'words that mean something to a pattern'],
    [null, [aMention('<at>Focal Point</at>')], '', 'no text'],
    [undefined, undefined, '', 'neither text nor entities'],
  ])('reads %j with the entities %j as %j (%s)', (text, entities, read) => {
    expect(readMessageText(written(text, entities))).toBe(read)
  })

  test.each([
    '<',
    '<at',
    '<at ',
    '<at>',
    '</at>',
    '<br ',
    '&',
    '&amp;',
    ' ',
    '\n',
    ' \n',
    '\u00A0',
    '\u200B',
    ',',
    '😀',
  ])('reads 100,000 characters of %j in linear time', (unit) => {
    const started = performance.now()
    readMessageText(written(unit.repeat(100_000 / unit.length)))
    // A quadratic reading would take seconds.
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('takes out ten thousand mentions of us in linear time', () => {
    const mention = '<at>Focal Point</at>'
    const many = Array.from({ length: 10_000 }, () => aMention(mention))
    const started = performance.now()
    expect(readMessageText(written(`${mention.repeat(10_000)} events`, many))).toBe('events')
    expect(performance.now() - started).toBeLessThan(500)
  })
})

test.each<[entities: unknown, isMentioned: boolean, reason: string]>([
  [[aMention('<at>Focal Point</at>')], true, 'we are'],
  [others, true, 'we are, among others'],
  [[aMention('<at>Amina Diallo</at>', '29:amina')], false, 'somebody else is'],
  [[aMention('<at>Focal Point</at>', '28:namesake')], false, 'a bot of our name is'],
  [[aMention(null)], true, 'we are, without the words'],
  [[{ type: 'clientInfo', mentioned: { id: us } }], false, 'it is no mention'],
  [[null], false, 'an empty entity'],
  [null, false, 'no entities'],
])('tells of %j that we are mentioned: %s (%s)', (entities, isMentioned) => {
  expect(mentionsUs(written('hello', entities))).toBe(isMentioned)
})
