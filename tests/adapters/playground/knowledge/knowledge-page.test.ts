import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { goodFiles } from '../../../knowledge/knowledge-folder.ts'
import { aFolder, type TemporaryFolder } from '../../knowledge-fixture.ts'
import { findAxeViolations, hasBrowser, isTooWide, launchBrowser, type OpenPage, openPage } from '../browser.ts'
import { type KnowledgeServer, startKnowledgeServer } from './knowledge-server.ts'

const shipped = join(import.meta.dirname, '../../../../knowledge')
const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const bali = goodFiles['processes/bali.yaml']
const meetings = `- { id: talks, name: Heron talks, source: "004:1", starts: "2027-03-10", ends: "2027-03-11", series: bali-process }
- { id: briefing, name: Ibis briefing, source: "004:2", starts: "2026-12-08", time: "09:00", zone: Asia/Bangkok, rrule: FREQ=MONTHLY;BYDAY=2TU }
- { id: retreat, name: Stork retreat, source: "004:3", starts: "2017-08", status: cancelled }
- { id: fair, name: Crane fair, source: "004:4", starts: "--09-25" }
`

let browser: Browser | undefined
let server: KnowledgeServer
let folder: TemporaryFolder
let own: KnowledgeServer
let opened: OpenPage[] = []

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await launchBrowser()
  server = await startKnowledgeServer(shipped)
  folder = aFolder()
  for (const [file, text] of Object.entries(goodFiles)) folder.write(file, text)
  folder.write('events/own.yaml', meetings)
  folder.write('terms/own.yaml', `id: term\nname: "${hostile}"\ndefinition: "${hostile}"\nsource: 004:9\n`)
  own = await startKnowledgeServer(folder.path)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await Promise.all([server, own].map((started) => started?.[Symbol.asyncDispose]()))
  folder?.[Symbol.dispose]()
})

/** Whatever a test does, nothing may go wrong in the page, and nothing be fetched from elsewhere. */
afterEach(async () => {
  const faults = opened.flatMap((page) => page.faults)
  await Promise.all(opened.map((page) => page[Symbol.asyncDispose]()))
  opened = []
  expect(faults).toEqual([])
})

async function open(url: string, hash = '', options?: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser as Browser, `${url}/knowledge${hash}`, options)
  opened.push(page)
  await page.page.locator('#cards details').first().waitFor()
  return page.page
}

async function openTab(url: string, name: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await open(url, '', options)
  await page.getByRole('tab', { name }).click()
  return page
}

describe.skipIf(!hasBrowser)('the knowledge page', () => {
  test('finds entries by a word and a kind, and tells their file and line', async () => {
    const page = await open(server.url)
    await page.getByLabel('Search').fill('almaty')
    await page.getByLabel('Kind').selectOption('process')
    expect(await page.locator('#cards details').count()).toBe(1)
    await page.locator('#cards summary').click()
    expect(await page.locator('#cards').innerText()).toContain('knowledge/processes/almaty-process.yaml:1')
    expect(await page.locator('#cards').innerText()).toMatch(/004:\d+.*\(as of 2021\)/)
  })

  test('opens the entry of a link', async () => {
    const page = await open(server.url, '#gfmd')
    expect(await page.locator('#entry-gfmd').getAttribute('open')).toBe('')
    expect(await page.locator('summary:focus').innerText()).toContain('GFMD')
  })

  test('filters processes by role and partner, and sorts them', async () => {
    const page = await openTab(server.url, 'Processes')
    const first = page.locator('#roles tbody th').first()
    await page.getByLabel('Partner').selectOption('unhcr')
    expect(await page.locator('#roles tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('Almaty Process'),
      expect.stringContaining('Bali Process'),
    ])
    await page.getByLabel('Partner').selectOption('')
    await page.getByLabel('Role of IOM').selectOption('observer')
    const before = await first.innerText()
    await page.getByRole('button', { name: 'Process', exact: true }).click()
    expect(await page.locator('#roles th[aria-sort="descending"]').innerText()).toContain('Process')
    expect((await first.innerText()) > before).toBe(true)
  })

  test('shows meetings in a month that the keyboard moves in', async () => {
    const page = await openTab(own.url, 'Meetings')
    const title = page.locator('#month h2')
    expect(await title.innerText()).toBe('December 2026')
    expect(await page.locator('td[data-day="2026-12-08"]').innerText()).toContain('Ibis briefing')
    await page.locator('td[tabindex="0"]').focus()
    for (const key of ['PageDown', 'PageDown', 'PageDown', 'ArrowRight']) await page.keyboard.press(key)
    expect(await title.innerText()).toBe('March 2027')
    expect(await page.locator('td:focus').getAttribute('data-day')).toBe('2027-03-09')
    expect(await page.locator('td.busy').allInnerTexts()).toHaveLength(3)
    await page.getByRole('button', { name: 'Earlier meeting' }).click()
    expect(await title.innerText()).toBe('February 2027')
  })

  test('shows what is to come, what is past, and what is of no known year', async () => {
    const page = await openTab(own.url, 'Meetings')
    const text = await page.locator('#timeline').innerText()
    expect(text).toMatch(
      /To come.*8 December 2026.*Ibis briefing.*10.–.11 March 2027.*Heron talks.*Past\s+2017\s+August 2017.*Stork retreat cancelled.*Year not known.*25 September.*Crane fair/s,
    )
  })

  test('shows dialogues by year, and what is old', async () => {
    const page = await openTab(server.url, 'Dialogues')
    expect(await page.locator('#dialogues h2').first().innerText()).toContain('2019')
    await page.getByRole('tab', { name: 'Coverage and age' }).click()
    expect(await page.locator('#age .lead').innerText()).toMatch(/42 have none newer than five years/)
  })

  test('says how to install, which calendars there are, and what the doctor finds', async () => {
    const page = await openTab(own.url, 'Install')
    expect(await page.locator('.findings').innerText()).toMatch(/ok\s+settings all that are given/)
    const links = await page.locator('#install a.chip').all()
    const feeds = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect(feeds).toEqual(['/calendar.ics', '/calendar.ics?process=bali-process'])
  })

  test('shows a changed file by itself; filter, open entries and place stay', async () => {
    const page = await open(own.url, '', { viewport: { width: 1200, height: 400 } })
    await page.getByLabel('Kind').selectOption('process')
    await page.locator('#cards summary').click()
    await page.evaluate('scrollTo(0, 150)')
    folder.write('processes/bali.yaml', bali.replace('Bali', 'Pelican'))
    own.reload()
    await page.locator('details[open]').getByText('Pelican Process').waitFor()
    expect(await page.locator('summary:focus').innerText()).toContain('Pelican Process')
    expect(await page.locator('#cards details').count()).toBe(1)
    expect(await page.evaluate('scrollY')).toBe(150)
  })

  test('shows problems with file, line and column until they are mended', async () => {
    const page = await open(own.url)
    folder.write('processes/bali.yaml', bali.replace('regional', 'local'))
    own.reload()
    await page
      .getByRole('alert')
      .getByText(/processes\/bali\.yaml:3:8: scope/)
      .waitFor()
    folder.write('processes/bali.yaml', bali)
    own.reload()
    await page.getByRole('alert').locator('.error').waitFor({ state: 'detached' })
  })

  test('shows hostile text of a file as it was written', async () => {
    const page = await open(own.url, '#term')
    expect(await page.locator('#entry-term').innerText()).toContain(hostile)
    expect(await page.locator('main img, main script').count()).toBe(0)
  })

  test('speaks the language that is chosen, and keeps what is open', async () => {
    const page = await open(server.url, '#gfmd')
    await page.getByLabel('Language of this page').selectOption('es')
    expect(await page.getByRole('tab').allInnerTexts()).toContain('Procesos')
    expect(await page.locator('#entry-gfmd').getAttribute('open')).toBe('')
  })
})

describe.skipIf(!hasBrowser).each(['light', 'dark'] as const)('axe-core on the knowledge page, %s', (colorScheme) => {
  test.each([1200, 360])('finds nothing at %i pixels, and nothing needs scrolling sideways', async (width) => {
    const page = await open(server.url, '#gfmd', { colorScheme, viewport: { width, height: 800 } })
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      expect([await tab.innerText(), await findAxeViolations(page), await isTooWide(page)]).toEqual([
        await tab.innerText(),
        [],
        false,
      ])
    }
  })
})
