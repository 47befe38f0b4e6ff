import { describe, expect, test } from 'vitest'
import { escapeMrkdwn, isLinkable, mrkdwnLink } from '../../../../adapters/slack/drawing/escape-mrkdwn.ts'

describe('escapeMrkdwn', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;', 'a broadcast'],
    ['<@U1> & <#C1|x>', '&lt;@U1&gt; &amp; &lt;#C1|x&gt;', 'mentions'],
    ['&lt;', '&amp;lt;', 'what is already escaped shows as written'],
    ['*a* _b_ ~c~ `d`', '*a* _b_ ~c~ `d`', 'there is no escape for these'],
    ['', '', 'nothing'],
  ])('turns %j into %j (%s)', (text, escaped) => {
    expect(escapeMrkdwn(text)).toBe(escaped)
  })
})

describe('links in mrkdwn', () => {
  test.each([
    ['https://example.org/a?b=c', true, 'the web'],
    ['mailto:office@example.org', true, 'mail'],
    ['http://example.org', false, 'not encrypted'],
    ['javascript:alert(1)', false, 'a script'],
    ['HTTPS://example.org', false, 'written unusually'],
    ['https://example.org|x', false, 'a pipe ends an address'],
    ['https://example.org/<x>', false, 'brackets end a link'],
    ['https://example.org/a b', false, 'a space'],
    ['https://example.org/\u202Egro', false, 'a hidden change of direction'],
    ['https://', false, 'no host'],
  ])('lets %j be one: %s (%s)', (url, linkable) => {
    expect(isLinkable(url)).toBe(linkable)
  })

  test('escape address and label', () => {
    expect(mrkdwnLink('https://example.org/?a&b', 'A & <B> | C')).toBe(
      '<https://example.org/?a&amp;b|A &amp; &lt;B&gt; ¦ C>',
    )
  })

  test('are only their label where the address is refused', () => {
    expect(mrkdwnLink('javascript:alert(1)', '<click>')).toBe('&lt;click&gt;')
  })
})
