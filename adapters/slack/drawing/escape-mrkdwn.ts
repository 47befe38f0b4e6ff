/** The text as mrkdwn that can neither mention nor link; `*`, `_`, `~` and backticks have no escape in Slack. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Whether an address may become a link: https or mailto, and nothing that Slack's markup reads otherwise. */
export function isLinkable(url: string): boolean {
  return /^(?:https:\/\/|mailto:)[^\s|<>\p{C}]+$/u.test(url) && URL.canParse(url)
}

/** `<url|label>`, or only the label where the address may not become a link. */
export function mrkdwnLink(url: string, label: string): string {
  // A pipe in a label would end it early in some clients.
  return isLinkable(url) ? `<${escapeMrkdwn(url)}|${escapeMrkdwn(label).replaceAll('|', '¦')}>` : escapeMrkdwn(label)
}
