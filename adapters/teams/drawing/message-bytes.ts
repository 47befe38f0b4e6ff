import { cutText } from '../../chat/cut-text.ts'

/** How large a value is as JSON by whichever way of counting gives more: Teams documents UTF-16, and receives UTF-8. */
export function messageBytes(value: unknown): number {
  const json = JSON.stringify(value)
  return Math.max(2 * json.length, Buffer.byteLength(json, 'utf8'))
}

/** The text, or as much of it as fits with an ellipsis. */
export function cutToBytes(text: string, limit: number): string {
  let length = Math.floor(limit / 2)
  let cut = cutText(text, length)
  while (messageBytes(cut) > limit && length > 0) {
    length = Math.floor((length * limit) / messageBytes(cut)) - 1
    cut = cutText(text, length)
  }
  return cut
}
