import { z } from 'zod'
import type { Activity } from '../connection/activity.ts'

/** A mention, with the words in the text that stand for it. One of several words is sent as several mentions. */
const mentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string() }),
})

/** Whether we are mentioned. */
export function mentionsUs(activity: Activity): boolean {
  return ownMentions(activity).length > 0
}

/**
 * What a person wrote, as they see it: without mentions of us, wherever and however often they stand; those of others stay as
 * names. Empty when nothing is left.
 */
export function readMessageText(activity: Activity): string {
  const own = [...new Set(ownMentions(activity))].filter((mention) => mention !== '')
  // A longer one may begin like a shorter one.
  own.sort((a, b) => b.length - a.length)
  const rest = own.reduce((text, mention) => text.replaceAll(mention, ' '), activity.text ?? '')
  const lines = rest.replace(lineTag, '\n').replace(wordTag, '')
  const read = tidySpaces(decodeEntities(lines).replace(invisible, ''))
  return visible.test(read) ? read.replace(/^[,:;]\s*/, '') : ''
}

function ownMentions({ entities, recipient }: Activity): string[] {
  return (entities ?? []).flatMap((entity) => {
    const { data } = mentionSchema.safeParse(entity)
    return data?.mentioned.id === recipient.id ? [data.text ?? ''] : []
  })
}

/** What others are mentioned with and where cards stand, and where lines end. Only these: `<` is also what people write. */
const wordTag = /<\/?(?:at|span)(?: [^<>]{0,200})?>/gi
const lineTag = /<\/?(?:p|div)>|<br ?\/?>/gi
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Once, and all at the same time: `&amp;lt;` is a written `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: keyof typeof entities) => entities[name])
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" } as const

/** Each class of spaces is joined first, so that no pattern has to look at a run of them twice. */
function tidySpaces(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim()
}
