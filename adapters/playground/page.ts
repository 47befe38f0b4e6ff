import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '../web-server.ts'
import { type Page, pageHtml } from './page-shell.ts'
import { rendererRoutes } from './renderer-files.ts'
import { fileRoute, fileRoutes, webFolder } from './static-files.ts'

const pages: readonly Page[] = [
  { path: '/', name: 'chat', title: 'Chat' },
  { path: '/knowledge', name: 'knowledge', title: 'Knowledge' },
  { path: '/insights', name: 'insights', title: 'Insights' },
]

/** A page loads nothing from elsewhere, runs no inline script, and cannot be framed. */
const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The pages of the playground, each at its path, with all that they load. */
export function pageRoutes(): Route[] {
  const there = pages.filter(({ name }) => existsSync(contentOf(name)))
  return [...there.map((page) => pageRoute(page, there)), ...fileRoutes(), ...rendererRoutes()]
}

function pageRoute(page: Page, all: readonly Page[]): Route {
  const html = pageHtml(page, readFileSync(contentOf(page.name), 'utf8'), all)
  const headers = { 'Content-Security-Policy': securityPolicy, 'Referrer-Policy': 'no-referrer' }
  return fileRoute({ path: page.path, type: 'text/html', body: Buffer.from(html), headers })
}

function contentOf(name: string): string {
  return join(webFolder, name, `${name}.html`)
}
