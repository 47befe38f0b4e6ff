import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { languages } from '../../../src/knowledge/language.ts'
import { HttpError } from '../../http-reply.ts'
import { parseFields } from '../../question-json.ts'
import { readBody } from '../../read-body.ts'
import { visitorFields, visitorSchema } from './visitor.ts'

const maxBodyBytes = 4096
const id = z.string().min(1).max(300)
const away = z.enum(['PT1H', 'P1D'])

const actionSchema = z.object({
  ...visitorFields,
  visitor: visitorSchema,
  reader: z.enum(languages),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stop'), id }),
    z.object({ kind: z.literal('snooze'), id, for: away }),
    z.object({ kind: z.literal('again'), id, meetingId: id, for: away }),
  ]),
})

/** What a button beside a reminder asks for. */
export type ReminderAction = z.infer<typeof actionSchema>

const seenSchema = z.object({ visitor: visitorSchema, key: z.string().min(1).max(1000) })

/** @throws {HttpError} 400 or 413 when the request holds none */
export function readAction(request: IncomingMessage): Promise<ReminderAction> {
  return read(request, actionSchema)
}

/** Which message a page has shown. @throws {HttpError} 400 or 413 when the request tells of none */
export function readSeen(request: IncomingMessage): Promise<z.infer<typeof seenSchema>> {
  return read(request, seenSchema)
}

async function read<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = parseFields(await readBody(request, maxBodyBytes), schema)
  if (!parsed.ok) throw new HttpError(400, parsed.error)
  return parsed.value
}
