import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Route } from '../web-server.ts'

/** What browsers get. */
export const webFolder = join(import.meta.dirname, 'web')

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/** Every style, script and picture of the web folder, below `/playground/`. */
export function fileRoutes(): Route[] {
  const names = readdirSync(webFolder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  return names.flatMap((name) => {
    const type = types[extname(name)]
    return type ? [fileRoute({ path: `/playground/${name}`, type, body: readFileSync(join(webFolder, name)) })] : []
  })
}

type File = {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** `GET` of a file that stays as it is while the service runs. Whoever has it already is told so, and sent nothing. */
export function fileRoute({ path, type, body, headers }: File): Route {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { ...headers, ETag: tag, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }
  return {
    method: 'GET',
    path,
    handle: (request, response) => {
      if (request.headers['if-none-match'] === tag) {
        response.writeHead(304, all).end()
        return
      }
      const length = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': body.byteLength }
      response.writeHead(200, { ...all, ...length }).end(body)
    },
  }
}
