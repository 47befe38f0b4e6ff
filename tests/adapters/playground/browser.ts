import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { z } from 'zod'
import { findChromium } from '../../playground/find-chromium.ts'

/** The system's Chromium; undefined, with the reason printed, where there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium()
  if (executablePath) return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  console.warn('The pages are not looked at: there is no Chromium (set CHROMIUM).')
  return undefined
}

export const hasBrowser = findChromium() !== undefined

/** A page with all that went wrong in it: errors, what the security policy forbade, and requests to elsewhere. */
export type OpenPage = AsyncDisposable & { readonly page: Page; readonly faults: readonly string[] }

/** Without motion, so that no test waits for its end. */
const usual: BrowserContextOptions = {
  viewport: { width: 1200, height: 900 },
  locale: 'en-GB',
  reducedMotion: 'reduce',
}

/** Opens an address in a window of its own. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ ...usual, ...options })
  context.setDefaultTimeout(5000)
  const page = await context.newPage()
  const faults: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
  page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`))
  page.on('request', (request) => isOurs(request.url(), origin) || faults.push(`fetched ${request.url()}`))
  await page.addInitScript(tellViolations)
  await page.goto(url)
  return { page, faults, [Symbol.asyncDispose]: () => context.close() }
}

/** Runs in the page, whose types are not among ours: the code is text. */
const tellViolations = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  console.error('violates ' + violatedDirective + ': ' + blockedURI)
})`

function isOurs(url: string, origin: string): boolean {
  return url.startsWith('data:') || new URL(url).origin === origin
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string() })) }),
)

/** What axe-core finds wrong with a page as it is now: a line for each rule and element. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  // A frame without scripts cannot be looked into.
  const run = `axe.run(document, { iframes: false }).then(({ violations }) => violations)`
  const violations = violationsSchema.parse(await page.evaluate(run))
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** True when the page must be scrolled sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  return z.boolean().parse(await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
}
