import { z } from 'zod'
import { type Contact, entriesOf, type Knowledge } from '../../../src/knowledge/knowledge.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { notices } from '../../chat/wording.ts'
import { describeError } from '../../log.ts'
import type { Activity } from '../connection/activity.ts'
import type { Reply } from '../connection/teams-cloud-adapter.ts'
import { teamsLimits } from '../drawing/limits.ts'
import { type HitAttachment, hitAttachments } from '../drawing/render-hits.ts'
import { words } from '../drawing/wording.ts'
import { readerLanguage } from '../replies/place.ts'
import type { TeamsTools } from '../tools.ts'

const parameterSchema = z.object({ name: z.string().nullish(), value: z.coerce.string() })
const querySchema = z.object({
  parameters: z.array(parameterSchema).nullish(),
  queryOptions: z.object({ skip: z.number().nullish() }).nullish(),
})
const linkSchema = z.object({ url: z.url({ protocol: /^https?$/ }) })

/** Somebody searches from where messages are written; each result can be put into a message. */
export async function search(activity: Activity, tools: TeamsTools): Promise<Reply> {
  const { parameters, queryOptions } = querySchema.safeParse(activity.value).data ?? {}
  const language = readerLanguage(activity)
  // There is one page.
  if ((queryOptions?.skip ?? 0) > 0) return results([])
  const text = (parameters ?? []).find(({ name }) => name !== 'initialRun')?.value ?? ''
  try {
    const hits = await tools.focalPoint.find({ text, language, limit: teamsLimits.searchResults })
    if (hits.length === 0) return message(words.nothingFound[language ?? 'en'])
    return results(hitAttachments(hits, language ?? hits[0]?.answer.language ?? 'en'))
  } catch (error) {
    tools.log.error('no hits', describeError(error))
    return message(notices.unavailable[language ?? 'en'])
  }
}

/** Somebody pastes a link: one to a page of the knowledge is shown with what the page is about, any other as it is. */
export async function unfurl(activity: Activity, { focalPoint }: TeamsTools): Promise<Reply> {
  const { data: link } = linkSchema.safeParse(activity.value)
  const page = link && contactAt(link.url, focalPoint.knowledge)
  if (!page?.website) return results([])
  const language: Language = readerLanguage(activity) ?? 'en'
  const hits = await focalPoint.find({ text: page.website, language, limit: 1 })
  const about = hits.filter(({ id }) => id === page.id)
  return results(hitAttachments(about, language))
}

function contactAt(url: string, knowledge: Knowledge): Contact | undefined {
  return entriesOf(knowledge, 'contact').find(({ website }) => website && isSamePage(website, url))
}

/** A link of which nothing can be told now. */
export function linkAsItIs(): Reply {
  return results([])
}

/** Whatever the protocol, the case of the host and a slash at the end. */
function isSamePage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => {
    const { hostname, pathname, search } = new URL(url)
    return `${hostname}${pathname.replace(/\/$/, '')}${search}`
  })
  return a === b
}

/** What is said while the work goes on, although nothing of it can be shown later. */
export function searchWait(activity: Activity): Reply {
  return message(notices.unavailable[readerLanguage(activity) ?? 'en'])
}

function results(attachments: readonly HitAttachment[]): Reply {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } }
}

function message(text: string): Reply {
  return { status: 200, body: { composeExtension: { type: 'message', text } } }
}
