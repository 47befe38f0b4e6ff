import { isAllowed } from './calendar-places.ts'
import type { Clock } from './clock.ts'

/** What a server says a state of a feed is, so that it need not send it again. */
export type Validators = { readonly etag?: string | undefined; readonly lastModified?: string | undefined }

export type Fetched = { readonly kind: 'same' } | ({ readonly kind: 'new'; readonly text: string } & Validators)

/** Why a feed was not had, in words that tell nothing of its address. */
export class FeedError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'FeedError'
  }
}

const maxBytes = 5 * 1024 * 1024
const maxMs = 10_000
const maxRedirects = 5

/**
 * Fetches a feed, unless it is still the state that is known.
 * @throws {FeedError} where it takes longer than 10 s, is longer than 5 MB, or is not there
 */
export async function fetchCalendar(url: string, known: Validators, clock: Clock): Promise<Fetched> {
  const tooLate = new AbortController()
  const done = new AbortController()
  clock.sleep(maxMs, done.signal).then(() => tooLate.abort('late'))
  try {
    return await receive(await follow(new URL(url), known, tooLate.signal))
  } catch (error) {
    if (error instanceof FeedError) throw error
    if (tooLate.signal.aborted) throw new FeedError('took longer than 10 s', error)
    throw new FeedError(`cannot be reached (${codeOf(error)})`, error)
  } finally {
    done.abort('done')
    // What has not been read by now is not wanted.
    tooLate.abort('done')
  }
}

async function follow(url: URL, known: Validators, signal: AbortSignal, redirects = 0): Promise<Response> {
  const { address, headers } = withoutCredentials(url)
  const response = await fetch(address, {
    headers: { Accept: 'text/calendar', ...headers, ...conditions(known) },
    redirect: 'manual',
    signal,
  })
  const location = response.headers.get('location')
  if (response.status < 300 || response.status === 304 || response.status >= 400 || location === null) return response
  await response.body?.cancel()
  if (redirects === maxRedirects)
    throw new FeedError(`leads from one address to the next more than ${maxRedirects} times`)
  const next = URL.parse(location, address)
  if (!next || !isAllowed(next)) throw new FeedError('leads to an address that does not begin with https://')
  return follow(next, known, signal, redirects + 1)
}

/** `fetch` takes no address with a password in it. What an address leads to does not get it. */
function withoutCredentials(url: URL): { address: URL; headers: Record<string, string> } {
  const { username, password } = url
  if (username === '' && password === '') return { address: url, headers: {} }
  const address = new URL(url)
  address.username = ''
  address.password = ''
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { address, headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } }
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return { ...(etag && { 'If-None-Match': etag }), ...(lastModified && { 'If-Modified-Since': lastModified }) }
}

async function receive(response: Response): Promise<Fetched> {
  if (response.status === 304) return { kind: 'same' }
  if (!response.ok) throw new FeedError(`was answered with the status ${response.status}`)
  const text = new TextDecoder().decode(await readAll(response))
  return {
    kind: 'new',
    text,
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
  }
}

async function readAll({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxBytes) throw new FeedError('is longer than 5 MB')
  }
  return Buffer.concat(chunks)
}

/** "ENOTFOUND", "DEPTH_ZERO_SELF_SIGNED_CERT". */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  return error instanceof Error ? error.name : 'unknown'
}
