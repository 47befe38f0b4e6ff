import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-reply.ts'

/**
 * Reads the body of a request as UTF-8 text.
 * @throws {HttpError} 413 when it is longer than `maxBytes`, 400 when it breaks off or is not UTF-8
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new HttpError(400, 'the body is not UTF-8 text')
    throw error
  }
}

/**
 * Reads the body of a request as it is.
 * @throws {HttpError} 413 when it is longer than `maxBytes`, 400 when it breaks off
 */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  // Listens for events: leaving an iteration early would close the connection before the 413 is out.
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Uint8Array[] = []
  let length = 0
  request.on('data', (chunk: Uint8Array) => {
    length += chunk.length
    if (length <= maxBytes) chunks.push(chunk)
    else reject(new HttpError(413, `the body is too long, allowed are at most ${maxBytes} bytes`))
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  // Also comes after "end"; an error made for nothing costs more than all the rest here.
  request.on('close', () => request.complete || reject(new HttpError(400, 'the body broke off')))
  request.on('error', () => reject(new HttpError(400, 'the body broke off')))
  return promise
}
