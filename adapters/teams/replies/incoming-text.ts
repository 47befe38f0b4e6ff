import { z } from 'zod'
import { tidyText } from '../../chat/tidy-text.ts'
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
  return tidyText(decodeEntities(lines)).replace(/^[,:;]\s*/, '')
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

/** Once, and all at the same time: `&amp;lt;` is a written `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: keyof typeof entities) => entities[name])
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" } as const
