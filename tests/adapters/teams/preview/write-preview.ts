import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { previewDrawings } from './preview-drawings.ts'
import { previewPage } from './preview-page.ts'

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../../screenshots/teams'))
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

mkdirSync(folder, { recursive: true })
const page = join(folder, 'preview.html')
writeFileSync(page, previewPage(previewDrawings()))
console.log(page)

if (existsSync(executablePath)) await takePictures()
else console.log(`No pictures: there is no Chromium at ${executablePath} (set CHROMIUM).`)

async function takePictures(): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 800]) {
      const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      await tab.goto(pathToFileURL(page).href)
      const picture = join(folder, `${colorScheme}-${width}.png`)
      await tab.screenshot({ path: picture, fullPage: true })
      console.log(picture)
    }
  }
  await browser.close()
}
