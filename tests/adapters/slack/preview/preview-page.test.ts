import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type PreviewDrawing, previewDrawings } from './preview-drawings.ts'
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
    expect(new Set(drawings.map(({ kind }) => kind))).toEqual(new Set(['message', 'view']))
  })

  test.skipIf(!hasBrowser).each([360, 800])('shows everything at %i pixels, and fetches nothing', async (width) => {
    const look = await lookAt(width)
    console.info(`A picture of the preview: ${look.picture}`)
    expect(look.fetched).toEqual([])
    expect(look.titles).toEqual(drawings.map(({ title }) => title))
    expect(look.empty).toEqual([])
    expect(look.overflowing).toEqual([])
  })
})

async function lookAt(width: number) {
  const tab = await (browser as Browser).newPage({ viewport: { width, height: 900 } })
  const fetched: string[] = []
  tab.on('request', (request) => fetched.push(request.url()))
  await tab.goto(pathToFileURL(page).href)
  const picture = join(folder, `preview-${width}.png`)
  await tab.screenshot({ path: picture, fullPage: true })
  const seen = seenSchema.parse(await tab.evaluate(readDrawings))
  await tab.close()
  const foreign = fetched.filter((url) => !url.startsWith('data:') && url !== pathToFileURL(page).href)
  return { ...seen, fetched: foreign, picture }
}

const titles = z.array(z.string())
const seenSchema = z.object({ titles, empty: titles, overflowing: titles })

/** Runs in the page, whose types are not among ours: the code is text. */
const readDrawings = `(() => {
  const drawings = [...document.querySelectorAll('.drawing')]
  const titleOf = (drawing) => drawing.dataset.title
  const sticksOut = (drawing) => [...drawing.querySelectorAll('*')].some((element) => {
    const isOutside = element.getBoundingClientRect().right > drawing.getBoundingClientRect().right + 1
    const isClipped = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
    return isOutside || isClipped
  })
  return {
    titles: drawings.map(titleOf),
    empty: drawings.filter((drawing) => drawing.innerText.trim() === '').map(titleOf),
    overflowing: drawings.filter(sticksOut).map(titleOf),
  }
})()`
