import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { send } from '../http-reply.ts'
import type { Route } from '../web-server.ts'

/** The page loads nothing from elsewhere, runs no inline script, and cannot be framed. */
const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const files = [
  { path: '/', file: 'playground.html', type: 'text/html' },
  { path: '/playground.css', file: 'playground.css', type: 'text/css' },
  { path: '/playground.js', file: 'playground.js', type: 'text/javascript' },
]

/** `GET /`: a page to chat with the assistant, with its style and script. */
export function pageRoutes(): Route[] {
  return files.map(({ path, file, type }) => {
    const body = readFileSync(join(import.meta.dirname, file))
    return {
      method: 'GET',
      path,
      handle: (_, response) => {
        response.setHeader('Content-Security-Policy', securityPolicy)
        response.setHeader('Referrer-Policy', 'no-referrer')
        send(response, 200, `${type}; charset=utf-8`, body)
      },
    }
  })
}
