import { isLinkable } from '../../chat/clean-text.ts'

/** The text as mrkdwn that can neither mention nor link; `*`, `_`, `~` and backticks have no escape in Slack. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** `<url|label>`, or only the label where the address may not become a link. */
export function mrkdwnLink(url: string, label: string): string {
  // A pipe in a label would end it early in some clients.
  return isLinkable(url) ? `<${escapeMrkdwn(url)}|${escapeMrkdwn(label).replaceAll('|', '¦')}>` : escapeMrkdwn(label)
}
