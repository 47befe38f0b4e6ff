import { z } from 'zod'

/** A string of 1 to `max` characters (UTF-16 units, the strictest way to count). */
export const words = (max: number) => z.string().min(1).max(max)

/** An id that the app chooses: block_id, action_id, callback_id, external_id. */
export const appId = words(255)

const plainFields = { type: z.literal('plain_text'), text: z.string(), emoji: z.boolean().optional() }
const mrkdwnFields = { type: z.literal('mrkdwn'), text: z.string(), verbatim: z.boolean().optional() }

/** `plain_text` of 1 to `max` characters. */
export const plainText = (max: number) => z.strictObject(plainFields).check(lengthUpTo(max))

/** `mrkdwn` of 1 to `max` characters, whose links are safe. */
export const mrkdwn = (max: number) => z.strictObject(mrkdwnFields).check(lengthUpTo(max), safeLinks)

/** Either of both. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])

/** A web address that a reader may follow. */
export const linkUrl = words(3000).refine(isSafeUrl, { error: ({ input }) => unsafe(String(input)) })

/** The address of a picture: only the web, no mail. */
export const pictureUrl = words(3000).regex(/^https?:\/\/\S+$/, { error: 'is no http(s) address' })

/** One line for each link in mrkdwn text that leads elsewhere than to the web or to mail. */
export function unsafeLinks(text: string): string[] {
  const targets = [...text.matchAll(ANGLE_LINK)].map(([, target = '']) => target)
  return targets.filter((target) => !isSafeUrl(target)).map(unsafe)
}

/** `<scheme:…>` or `<scheme:…|label>`; mentions and dates begin with `@`, `#` or `!`. */
const ANGLE_LINK = /<([a-z][a-z0-9+.-]*:[^|>]*)(?:\|[^>]*)?>/gi
const SAFE_URL = /^(?:https?:\/\/|mailto:)[^\s<>|]+$/i

function isSafeUrl(url: string): boolean {
  return SAFE_URL.test(url)
}

function unsafe(url: string): string {
  return `link to ${JSON.stringify(url)}, only http, https and mailto are allowed`
}

type Text = { text: string }
type Payload = z.core.ParsePayload<Text>

function lengthUpTo(max: number) {
  return ({ value, issues }: Payload) => {
    const { length } = value.text
    if (length === 0) issues.push({ code: 'custom', input: value, message: 'empty' })
    if (length > max) issues.push({ code: 'custom', input: value, message: `${length} characters, at most ${max}` })
  }
}

function safeLinks({ value, issues }: Payload): void {
  for (const message of unsafeLinks(value.text)) issues.push({ code: 'custom', input: value, message })
}
