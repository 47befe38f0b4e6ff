import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { isLoopback } from './loopback.ts'

/**
 * Where a calendar comes from. The label is what may be shown of it to whoever runs the service, the name what people may
 * read: the rest of an address may be a secret.
 */
export type CalendarPlace = { readonly label: string; readonly name: string; readonly sourceId: string } & (
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'feed'; readonly url: string }
)

/** The places of a list with commas between them that has no fault. */
export function calendarPlaces(list: string): CalendarPlace[] {
  const taken = new Map<string, number>()
  return partsOf(list).map((part, index) => {
    const url = isAddress(part) ? addressOf(part) : undefined
    const name = url?.hostname ?? basename(part).replace(/\.[^.]*$/, '')
    const sourceId = unusedId(name, taken)
    return url
      ? { kind: 'feed', url: url.href, label: `calendar ${index + 1} (${url.host})`, name, sourceId }
      : { kind: 'file', file: part, label: part, name, sourceId }
  })
}

/** What is wrong with the first place of a list that cannot be one; undefined where all can. */
export function placesFault(list: string): string | undefined {
  const parts = partsOf(list)
  if (parts.length === 0) return expected
  const faults = parts.map((part, index) => {
    if (isAddress(part)) return isAllowed(addressOf(part)) ? undefined : `${expected}; number ${index + 1} is neither`
    return isFile(part) ? undefined : `${expected}; there is no file "${part}"`
  })
  return faults.find((fault) => fault !== undefined)
}

/** Whether a calendar may be fetched from an address: nobody on the way may read or change it. */
export function isAllowed(url: URL | undefined): boolean {
  if (url?.protocol === 'https:') return true
  return url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
}

const expected = 'expected files that exist or addresses that begin with https://, with commas between them'

function partsOf(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function isAddress(part: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(part)
}

/** "webcal" is what calendars call https when they offer to be subscribed to. */
function addressOf(part: string): URL | undefined {
  return URL.parse(part.replace(/^webcals?:/i, 'https:')) ?? undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function unusedId(name: string, taken: Map<string, number>): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const id = `calendar-${slug || 'file'}`
  const count = (taken.get(id) ?? 0) + 1
  taken.set(id, count)
  return count === 1 ? id : `${id}-${count}`
}
