import { chromium } from 'playwright-core'
import { Client } from './client.ts'

const here: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  // Also what no page asks for stays on this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

const stepMs = 10_000

/** Opens the Playground in a browser that reaches this machine only. */
export async function openClient(url: string, executablePath: string): Promise<Client & AsyncDisposable> {
  const browser = await chromium.launch({ executablePath, args: flags })
  const context = await browser.newContext({ viewport: { width: 1400, height: 950 }, locale: 'en-US' })
  await context.route('**/*', async (route) => {
    const isHere = here.has(new URL(route.request().url()).hostname)
    await (isHere ? route.continue() : route.abort())
  })
  const page = await context.newPage()
  page.setDefaultTimeout(stepMs)
  await page.goto(url)
  return Object.assign(new Client(page), { [Symbol.asyncDispose]: () => browser.close() })
}
