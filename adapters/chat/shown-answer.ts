import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from '../../src/answers/answer.ts'
import type { Language } from '../../src/knowledge/language.ts'
import type { Asking } from '../../src/reminders/asking.ts'
import type { ListedReminder, ReminderReply } from '../../src/reminders/reply.ts'
import { describeError } from '../log.ts'
import { replyAnswer } from './reminder-answer.ts'
import type { ChatTools } from './tools.ts'

/** What is asked, by whom, and what the answer is read in. */
export type Asked = {
  readonly text: string
  readonly workspace: string
  readonly conversation: string
  /** What the person reads, where the platform tells. */
  readonly reader?: Language
  /** Of a question that is ours, such as a choice. */
  readonly language?: Language
  /** For whom and where reminders could be set; left out where that cannot be. */
  readonly asking?: Asking
}

/** How and to whom an answer is shown. */
export type Showing = {
  /** The question is not to be seen where the answer is. */
  readonly asked?: string
  readonly sharedBy?: string
  readonly canShare: boolean
}

/** An answer with all that drawing any of its pages takes. */
export type ShownAnswer = Showing & {
  readonly id: string
  readonly workspace: string
  readonly answer: Answer
  /** What the answer lists, where it is about reminders; there is then nothing to share and no feedback to give. */
  readonly reminders?: readonly ListedReminder[]
}

/** What is shown for a question: its answer, or in that language that there is none at the moment. */
export type Reply = { readonly shown: ShownAnswer | undefined; readonly language: Language }

/** Whether something under an answer, as a platform draws it, needs the answer again. */
export type Keeping = { readonly needsKeeping: (shown: ShownAnswer) => boolean }

/** Asks, and keeps the answer where a button under it needs it again. Never rejects: a failure is told by the reply. */
export async function ask(asked: Asked, showing: Showing, tools: ChatTools & Keeping): Promise<Reply> {
  const { text, workspace, conversation, language, reader, asking } = asked
  try {
    const told = asking && (await tools.reminders?.handle(text, withTalk(asking, asked)))
    if (told) return await showReply(told, { workspace, showing }, tools)
    const question = { text, conversation, language, reader, zone: asking?.zone, now: tools.clock.now() }
    const answer = await tools.focalPoint.ask(question)
    const shown = { ...showing, id: randomUUID(), workspace, answer }
    await keepForButtons(shown, tools)
    return { shown, language: answer.language }
  } catch (error) {
    tools.log.error('no answer', describeError(error))
    return { shown: undefined, language: language ?? reader ?? 'en' }
  }
}

/** What was talked about, and the language of a question that is ours, count for reminders too. */
function withTalk(asking: Asking, { conversation, language = asking.language }: Asked): Asking {
  return { ...asking, conversation, language }
}

/** Shows the reply to a command about reminders. */
export async function showReply(
  reply: ReminderReply,
  { workspace, showing }: { readonly workspace: string; readonly showing: Showing },
  tools: ChatTools & Keeping,
): Promise<Reply> {
  const answer = replyAnswer(reply)
  const shown = { ...showing, canShare: false, id: randomUUID(), workspace, answer, reminders: reply.listed }
  await keepForButtons(shown, tools)
  return { shown, language: reply.language }
}

/** Keeps an answer where it is needed again. One that cannot be kept is still worth showing. */
export async function keepForButtons(shown: ShownAnswer, tools: ChatTools & Keeping): Promise<void> {
  if (!tools.needsKeeping(shown)) return
  try {
    await keep(shown, tools)
  } catch (error) {
    tools.log.error('answer not kept', describeError(error))
  }
}

/** Kept answers of another version of this program are as good as gone. */
const format = 1
const keptSchema = z.object({ format: z.literal(format), shown: z.custom<Omit<ShownAnswer, 'workspace'>>() })

/** Keeps an answer as it is shown now. */
export async function keep(shown: ShownAnswer, { store, clock }: Pick<ChatTools, 'store' | 'clock'>): Promise<void> {
  const { workspace, ...rest } = shown
  const body = JSON.stringify({ format, shown: rest })
  await store.keptAnswers.keep({ id: shown.id, workspace, body }, clock.now().epochMilliseconds)
}

/** An answer that was kept; undefined when it is too old, another version's or another workspace's. */
export async function findKept(
  id: string,
  workspace: string,
  { store }: Pick<ChatTools, 'store'>,
): Promise<ShownAnswer | undefined> {
  const body = await store.keptAnswers.find(id, workspace)
  const { data } = keptSchema.safeParse(body === undefined ? undefined : JSON.parse(body))
  return data && { ...data.shown, workspace }
}
