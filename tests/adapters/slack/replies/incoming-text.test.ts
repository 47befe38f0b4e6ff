import { describe, expect, test } from 'vitest'
import { readMessageText } from '../../../../adapters/slack/replies/incoming-text.ts'

const read = (text: string) => readMessageText(text, { botUserId: 'UBOT' })

describe('readMessageText', () => {
  test.each([
    ['<@UBOT> events 2017', 'events 2017', 'the mention of the bot'],
    ['<@UBOT|focal>: events 2017', 'events 2017', 'with its name and a colon'],
    ['please <@UBOT> events 2017', 'please events 2017', 'in the middle'],
    ['ask <@U2> about it', 'ask about it', 'somebody else, of whom only the id is known'],
    ['ask <@U2|anna> about it', 'ask @anna about it', 'somebody else by name'],
    ['<!here> events', 'events', 'a broadcast'],
    ['<!subteam^S1|@team> events', '@team events', 'a group'],
    ['on <!date^1806190200^{date}|27 March 2027>?', 'on 27 March 2027?', 'a date'],
    ['in <#C1|general>', 'in #general', 'a channel'],
    ['in <#C1|> now', 'in now', 'a private channel has no name'],
    ['see <https://example.org/a|the page>', 'see the page', 'a link with a label'],
    ['see <https://example.org/a>', 'see https://example.org/a', 'a link without'],
    ['<mailto:a@example.org|a@example.org>', 'a@example.org', 'a mail address'],
    ['<mailto:a@example.org>', 'a@example.org', 'a mail address without a label'],
    ['A &amp; B &lt;C&gt;', 'A & B <C>', 'entities'],
    ['&amp;lt;', '&lt;', 'are decoded once'],
    ['&lt;@UBOT&gt; hi', '<@UBOT> hi', 'what was typed with brackets is no mention'],
    ['&copy; &nbsp;', '&copy; &nbsp;', 'Slack sends no other entities'],
    ['who\u00A0runs\u202Fit', 'who runs it', 'no-break spaces'],
    ['“IDM” and ‘RCP’', '"IDM" and \'RCP\'', 'curly quotes'],
    ['who\u200B ru\uFEFFns it', 'who runs it', 'invisible characters'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', 'joined emoji'],
    ['one\r\n\r\n  two\u2028three', 'one\ntwo\nthree', 'line breaks'],
    ['<@UBOT>', '', 'an empty mention'],
    [' <@UBOT>\u00A0\u200B\n', '', 'an empty mention with spaces'],
    ['<@UBOT>,', '', 'an empty mention with a comma'],
    ['', '', 'nothing'],
    ['a < b > c', 'a b c', 'lone brackets, which Slack would have escaped'],
    ['\u200D', '', 'only a joiner'],
  ])('reads %j as %j (%s)', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(['<', '<@', '<a|', '>', '<>', '&', '&amp;', ' ', '\n', ' \n', '\u00A0', '\u200B', '<@UBOT>', ',', '“'])(
    'reads 100,000 characters of %j in linear time',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length)
      const started = performance.now()
      read(text)
      // A quadratic reading would take seconds.
      expect(performance.now() - started).toBeLessThan(500)
    },
  )
})
