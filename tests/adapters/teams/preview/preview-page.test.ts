import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { PreviewDrawing } from './preview-drawing.ts'
import { previewDrawings } from './preview-drawings.ts'
import { previewPage } from './preview-page.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const hasBrowser = existsSync(executablePath)
if (!hasBrowser) console.warn(`The preview is not looked at: there is no Chromium at ${executablePath} (set CHROMIUM).`)

const folder = mkdtempSync(join(tmpdir(), 'focal-point-preview-'))
const page = join(folder, 'preview.html')
let drawings: readonly PreviewDrawing[]
let browser: Browser | undefined

beforeAll(async () => {
  drawings = previewDrawings()
  writeFileSync(page, previewPage(drawings))
  if (hasBrowser) browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}, 60_000)

afterAll(() => browser?.close())

describe('the preview', () => {
  test('has every kind of drawing under a title of its own', () => {
    const titles = drawings.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(drawings.filter(({ preview }) => preview).length).toBeGreaterThan(1)
  })

  test.skipIf(!hasBrowser).each([
    [360, 'light'],
    [800, 'dark'],
  ] as const)(
    'shows everything at %i pixels in the %s, without an error, and fetches nothing',
    async (width, scheme) => {
      const look = await lookAt(width, scheme)
      console.info(`A picture of the preview: ${look.picture}`)
      expect(look.errors).toEqual([])
      expect(look.fetched).toEqual([])
      expect(look.titles).toEqual(drawings.map(({ title }) => title))
      expect(look.empty).toEqual([])
      expect(look.overflowing).toEqual([])
      expect(look.buttons).toBeGreaterThan(30)
    },
  )
})

async function lookAt(width: number, colorScheme: 'light' | 'dark') {
  const tab = await (browser as Browser).newPage({ viewport: { width, height: 900 }, colorScheme })
  const fetched: string[] = []
  const errors: string[] = []
  tab.on('request', (request) => fetched.push(request.url()))
  tab.on('pageerror', (error) => errors.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await tab.goto(pathToFileURL(page).href)
  const picture = join(folder, `preview-${width}.png`)
  await tab.screenshot({ path: picture, fullPage: true })
  const seen = seenSchema.parse(await tab.evaluate(readDrawings))
  await tab.close()
  const foreign = fetched.filter((url) => !url.startsWith('data:') && url !== pathToFileURL(page).href)
  return { ...seen, errors, fetched: foreign, picture }
}

const titles = z.array(z.string())
const seenSchema = z.object({ titles, empty: titles, overflowing: titles, buttons: z.number() })

/** Runs in the page, whose types are not among ours: the code is text. */
const readDrawings = `(() => {
  const drawings = [...document.querySelectorAll('.drawing')]
  const titleOf = (drawing) => drawing.dataset.title
  const sticksOut = (drawing) => [...drawing.querySelectorAll('*')].some((element) => {
    return element.getBoundingClientRect().right > drawing.getBoundingClientRect().right + 1
  })
  return {
    titles: drawings.map(titleOf),
    empty: drawings.filter((drawing) => drawing.innerText.trim() === '').map(titleOf),
    overflowing: drawings.filter(sticksOut).map(titleOf),
    buttons: document.querySelectorAll('.ac-pushButton').length,
  }
})()`
