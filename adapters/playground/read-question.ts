import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Question } from '../../src/focal-point.ts'
import { languages } from '../../src/knowledge/language.ts'
import { HttpError } from '../http-reply.ts'
import { parseFields, questionSchema, toQuestion } from '../question-json.ts'
import { readBody } from '../read-body.ts'
import { type Visitor, visitorFields } from './reminders/visitor.ts'

const maxBodyBytes = 64 * 1024

/** `reader`: the language of the page. */
const pageSchema = questionSchema.extend({ reader: z.enum(languages).optional(), ...visitorFields })

/** A question, and who asks where the page tells that. */
export type PageQuestion = { readonly question: Question; readonly visitor: Visitor | undefined }

/**
 * The question that a request holds as JSON.
 * @throws {HttpError} 400 or 413 when it holds none
 */
export async function readQuestion(request: IncomingMessage): Promise<Question> {
  const parsed = parseFields(await readBody(request, maxBodyBytes), questionSchema)
  if (!parsed.ok) throw new HttpError(400, parsed.error)
  return fromWeb(toQuestion(parsed.value, { language: undefined, now: Temporal.Now.instant() }))
}

/** The same of a page, which tells its language and its visitor. */
export async function readPageQuestion(request: IncomingMessage): Promise<PageQuestion> {
  const parsed = parseFields(await readBody(request, maxBodyBytes), pageSchema)
  if (!parsed.ok) throw new HttpError(400, parsed.error)
  const { reader, visitor: id, zone } = parsed.value
  const question = toQuestion(parsed.value, { language: undefined, now: Temporal.Now.instant() })
  return { question: { ...fromWeb(question), reader, zone }, visitor: id === undefined ? undefined : { id, zone } }
}

/** Ids from the web stay apart from those of chats: nobody can join a conversation of Slack by its id. */
function fromWeb(question: Question): Question {
  const { conversation } = question
  return { ...question, conversation: conversation === undefined ? undefined : `web:${conversation}` }
}
