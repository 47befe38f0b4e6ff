// Neither joiner: they hold emoji and Persian words together.
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A message without what cannot be seen, on lines that hold something; empty when nothing can be seen. Linear in its length:
 * each class of spaces is joined first, so that no pattern has to look at a run of them twice.
 */
export function tidyText(text: string): string {
  const tidy = text
    .replace(invisible, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim()
  return visible.test(tidy) ? tidy : ''
}
