import { describe, expect, test } from 'vitest'
import { escapeMrkdwn, mrkdwnLink } from '../../../../adapters/slack/drawing/escape-mrkdwn.ts'

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
  test('escape address and label', () => {
    expect(mrkdwnLink('https://example.org/?a&b', 'A & <B> | C')).toBe(
      '<https://example.org/?a&amp;b|A &amp; &lt;B&gt; ¦ C>',
    )
  })

  test('are only their label where the address is refused', () => {
    expect(mrkdwnLink('javascript:alert(1)', '<click>')).toBe('&lt;click&gt;')
  })
})
