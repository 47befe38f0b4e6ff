import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findAxeViolations, hasBrowser, isTooWide, launchBrowser, type OpenPage, openPage } from '../browser.ts'
import { hostile, type InsightsServer, startInsightsServer, token } from './insights-server.ts'

let browser: Browser | undefined
let own: InsightsServer
let shared: InsightsServer
let opened: OpenPage[] = []

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await launchBrowser()
  own = await startInsightsServer({ HOST: '127.0.0.1' })
  shared = await startInsightsServer({ HOST: '0.0.0.0', ADMIN_TOKEN: token })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await Promise.all([own, shared].map((server) => server?.[Symbol.asyncDispose]()))
})

/** Whatever a test does, nothing may go wrong in the page; that it is refused, the browser tells in its console. */
afterEach(async () => {
  const faults = opened.flatMap((page) => page.faults).filter((fault) => !fault.includes('401 (Unauthorized)'))
  await Promise.all(opened.map((page) => page[Symbol.asyncDispose]()))
  opened = []
  expect(faults).toEqual([])
})

async function open(server: InsightsServer, options?: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser as Browser, `${server.url}/insights`, options)
  opened.push(page)
  return page.page
}

describe.skipIf(!hasBrowser)('the insights page', () => {
  test('shows what was asked in vain, those asked most first, with what is near', async () => {
    const page = await open(own)
    const first = page.locator('.question').first()
    expect(await first.innerText()).toMatch(
      /Where do I get a badge\?.*Times asked: 7 · last 3 March 2027.*Almaty Process · May mean: venue 31 %\n/s,
    )
    expect(await first.getByRole('link').getAttribute('href')).toBe('/knowledge#almaty-process')
  })

  test('shows how much was answered, how fast, what was not liked, and which reminders did not arrive', async () => {
    const page = await open(own)
    await page.locator('.question').first().waitFor()
    expect(await page.locator('#numbers').innerText()).toMatch(/Answers\s+24\s+Half within\s+10 ms/)
    expect(await page.locator('#disliked').innerText()).toMatch(/Helped: 1 · did not help: 1.*Which role\?\s+outdated/s)
    expect(await page.locator('#reminders').innerText()).toContain('channel_not_found')
    await page.getByText('As a table').click()
    expect(await page.locator('#days tbody').innerText()).toMatch(/3 March 2027\s+19\s+0\s+1/)
  })

  test('shows hostile text as it was written, and makes a topic of it', async () => {
    const page = await open(own)
    const question = page.locator('.question', { hasText: 'onerror' })
    expect(await question.locator('.asked').innerText()).toBe(hostile)
    await question.getByRole('button', { name: 'As a topic' }).click()
    const yaml = await page.getByRole('dialog').locator('pre').innerText()
    expect(parse(yaml)).toMatchObject([{ questions: [hostile] }])
    expect(await page.locator('main img, main script').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await page.locator(':focus').innerText()).toBe('As a topic')
  })

  test('takes a question off the list, and puts it back', async () => {
    const page = await open(own)
    await page.locator('.question', { hasText: 'badge' }).getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    expect(await page.locator('.question').count()).toBe(1)
    expect(await own.store.insights.unanswered(10)).toHaveLength(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.question', { hasText: 'badge' }).waitFor()
  })

  test('asks for the token where others reach the service, and keeps it in the tab', async () => {
    const page = await open(shared)
    await page.getByLabel('ADMIN_TOKEN').fill('a-wrong-token-of-some-length')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByText('This token is wrong.').waitFor()
    await page.getByLabel('ADMIN_TOKEN').fill(token)
    await page.keyboard.press('Enter')
    await page.locator('.question').first().waitFor()
    await page.reload()
    await page.locator('.question').first().waitFor()
    expect(await page.getByLabel('ADMIN_TOKEN').isVisible()).toBe(false)
    expect(await page.evaluate('localStorage.length')).toBe(0)
  })

  test('speaks the language that is chosen', async () => {
    const page = await open(own)
    await page.locator('.question').first().waitFor()
    await page.getByLabel('Language of this page').selectOption('fr')
    expect(await page.locator('#unanswered').innerText()).toContain('Posée 7 fois · dernière fois le 3 mars 2027')
    expect(await page.locator('h1').innerText()).toMatch(/demandé en vain/)
  })
})

describe.skipIf(!hasBrowser).each(['light', 'dark'] as const)('axe-core on the insights page, %s', (colorScheme) => {
  test.each([1200, 360])('finds nothing at %i pixels, and nothing needs scrolling sideways', async (width) => {
    const page = await open(own, { colorScheme, viewport: { width, height: 800 } })
    await page.locator('.question').first().waitFor()
    await page.getByText('As a table').click()
    expect([await findAxeViolations(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('button', { name: 'As a topic' }).first().click()
    expect(await findAxeViolations(page)).toEqual([])
  })

  test('finds nothing where the token is asked for', async () => {
    const page = await open(shared, { colorScheme })
    await page.getByLabel('ADMIN_TOKEN').waitFor()
    expect(await findAxeViolations(page)).toEqual([])
  })
})
