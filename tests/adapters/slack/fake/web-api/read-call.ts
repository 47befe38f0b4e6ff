import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Args } from '../state/recorded-calls.ts'
import type { IncomingCall } from './run-method.ts'

/** Form values of these names are words, whatever they begin with. */
const WORDS = new Set(['text', 'markdown_text', 'status', 'title'])

const jsonObject = z.record(z.string(), z.unknown())

/** Reads a call of a method: JSON, form or query, with the token in the header or among the arguments. */
export async function readCall(method: string, url: URL, request: IncomingMessage): Promise<IncomingCall> {
  const { token: given, ...args } = { ...formArgs(url.searchParams), ...(await bodyArgs(request)) }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return { method, token: bearer ?? (typeof given === 'string' ? given : undefined), args }
}

/** The object in a JSON or form body; an empty one if there is none. */
export async function bodyArgs(request: IncomingMessage): Promise<Args> {
  const body = await text(request)
  if (body === '') return {}
  const isJson = request.headers['content-type']?.startsWith('application/json')
  return isJson ? (jsonIn(body) ?? {}) : formArgs(new URLSearchParams(body))
}

function formArgs(form: URLSearchParams): Args {
  return Object.fromEntries([...form].map(([key, value]) => [key, formValue(key, value)]))
}

function formValue(key: string, value: string): unknown {
  return !WORDS.has(key) && /^[[{]/.test(value) ? (jsonIn(value, z.unknown()) ?? value) : value
}

/** What is not JSON is undefined: Slack then goes on as if nothing had been given. */
function jsonIn(body: string): Args | undefined
function jsonIn(body: string, schema: z.ZodType): unknown
function jsonIn(body: string, schema: z.ZodType = jsonObject): unknown {
  try {
    return schema.safeParse(JSON.parse(body)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
