import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { startService } from '../running-service.ts'
import { launchBrowser, openPage } from './browser.ts'
import { type ShownState, shownStates } from './shown-states.ts'
import { shrinkPng } from './shrink-png.ts'

const root = join(import.meta.dirname, '../../..')
const folder = resolve(process.argv[2] ?? join(root, 'images'))
const size = { width: 960, height: 640 }

const browser = await launchBrowser()
if (browser) {
  mkdirSync(folder, { recursive: true })
  await using service = await startService(join(root, 'knowledge'))
  for (const state of shownStates) await take(state, service.url, browser)
  await browser.close()
}

async function take({ name, path, options, prepare }: ShownState, url: string, browser: Browser): Promise<void> {
  await using opened = await openPage(browser, `${url}${path}`, { viewport: size, ...options })
  await prepare?.(opened.page)
  if (opened.faults.length > 0) throw new Error(`${name}: ${opened.faults.join('\n')}`)
  const file = join(folder, `${name}.png`)
  // The field for the next question would blink.
  const picture = shrinkPng(await opened.page.screenshot({ caret: 'hide', animations: 'disabled' }))
  writeFileSync(file, picture)
  console.log(`${file}: ${Math.round(picture.length / 1000)} KB`)
}
