import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../../adapters/log.ts'
import { pageRoutes } from '../../../adapters/playground/page.ts'
import { webFolder } from '../../../adapters/playground/static-files.ts'
import { closeServer, createWebServer, listen } from '../../../adapters/web-server.ts'

const pagePaths = pageRoutes()
  .map(({ path }) => path)
  .filter((path) => !path.startsWith('/playground/'))
let server: Server
let url: string

beforeAll(async () => {
  server = createWebServer(pageRoutes(), createLog('error'))
  url = await listen(server, 0, '127.0.0.1')
})

afterAll(() => closeServer(server, 10))

describe.each(pagePaths)('the page %s', (path) => {
  test('allows nothing but our own files', async () => {
    const response = await fetch(`${url}${path}`)
    const policy = response.headers.get('content-security-policy')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('weighs less than 300 KB with all that it loads', async () => {
    const files = await loadedBy(path)
    expect(files.size).toBeGreaterThan(5)
    expect([...files.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(300_000)
  })
})

test('a file that the browser has already is not sent again', async () => {
  const first = await fetch(`${url}/playground/style.css`)
  const again = await fetch(`${url}/playground/style.css`, {
    headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
  })
  expect([first.status, first.headers.get('content-type'), again.status]).toEqual([200, 'text/css; charset=utf-8', 304])
})

test('nothing but styles, scripts and pictures is served of the folder', async () => {
  for (const name of ['tsconfig.json', 'chat/chat.html', '../page.ts']) {
    expect((await fetch(`${url}/playground/${name}`)).status).toBe(404)
  }
})

test('no script reads what it shows as HTML', () => {
  const scripts = readdirSync(webFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect(scripts).toContain('element.js')
  for (const script of scripts) {
    const source = readFileSync(join(webFolder, script), 'utf8')
    expect(source, script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|eval\(/)
  }
})

/** Each file that a page or one of its scripts names, with its bytes; all must be there. */
async function loadedBy(path: string, seen = new Map<string, number>()): Promise<Map<string, number>> {
  if (seen.has(path)) return seen
  const response = await fetch(`${url}${path}`)
  expect([path, response.status]).toEqual([path, 200])
  const text = await response.text()
  seen.set(path, Buffer.byteLength(text))
  for (const other of namedIn(text)) await loadedBy(new URL(other, `${url}${path}`).pathname, seen)
  return seen
}

function namedIn(text: string): string[] {
  const pattern = /(?:src|rel="(?:stylesheet|icon)" href)="([^"]+)"|^import (?:.* from )?'(\.[^']+)'/gm
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')
}
