import { elementsOf } from './drawing/an-answer.ts'
import type { FakeSlack } from './fake/fake-slack.ts'

/** Everything that went out: calls, posts to response addresses and acknowledgements. */
export function sentBy(slack: FakeSlack): unknown[] {
  return [...slack.calls().map(({ args }) => args), ...slack.acks.map(({ body }) => body)]
}

/** All texts that Slack reads as markup. */
export function markupIn(sent: unknown): string[] {
  if (Array.isArray(sent)) return sent.flatMap(markupIn)
  if (typeof sent !== 'object' || sent === null) return []
  const { type, text } = sent as { type?: unknown; text?: unknown }
  const isMarkup = typeof text === 'string' && (type === undefined || type === 'mrkdwn')
  return [...(isMarkup ? [text] : []), ...Object.values(sent).flatMap(markupIn)]
}

/** What in sent things does more than show a text: mentions, and links elsewhere than to the web or to mail. */
export function harmIn(sent: unknown): unknown[] {
  const live = markupIn(sent).flatMap((text) => text.match(/<[^>]*>?/g) ?? [])
  const mentions = ['broadcast', 'usergroup', 'channel', 'user', 'emoji', 'date', 'team', 'color']
  const links = elementsOf(sent, 'link').filter(({ url }) => !/^(?:https:\/\/|mailto:)[^\s|<>]+$/.test(String(url)))
  const plain = elementsOf(sent, 'plain_text').filter(({ emoji }) => emoji !== false)
  return [...live, ...mentions.flatMap((type) => elementsOf(sent, type)), ...links, ...plain]
}
