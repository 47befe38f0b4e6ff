import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAxeViolations, hasBrowser, isTooWide, launchBrowser, type OpenPage, openPage } from '../browser.ts'
import { type RemindingServer, startRemindingServer } from './reminding-server.ts'

const setIt = 'remind me of the Bali Process workshop on returns 1 week before at 09:00'
/** That is then, in Zurich. */
const due = '2026-12-02T08:00:00Z'
const zurich: BrowserContextOptions = { timezoneId: 'Europe/Zurich' }

let browser: Browser | undefined
let server: RemindingServer
let opened: OpenPage[] = []

beforeAll(async () => {
  if (hasBrowser) browser = await launchBrowser()
})

beforeEach(async () => {
  server = await startRemindingServer()
})

afterAll(() => browser?.close())

/** Nothing may go wrong in a page; that the service ends is no fault of it. */
afterEach(async () => {
  const faults = opened.flatMap((page) => [...page.faults])
  await Promise.all(opened.map((page) => page[Symbol.asyncDispose]()))
  await server[Symbol.asyncDispose]()
  opened = []
  expect(faults).toEqual([])
})

async function open(options: BrowserContextOptions = zurich): Promise<Page> {
  const page = await openPage(browser as Browser, server.url, options)
  opened.push(page)
  return page.page
}

async function say(page: Page, text: string) {
  await page.locator('#question').fill(text)
  await page.keyboard.press('Enter')
  return lastReply(page)
}

async function lastReply(page: Page) {
  const reply = page.locator('.reply').last()
  await reply.waitFor()
  await page.locator('.reply[aria-busy]').waitFor({ state: 'detached' })
  return reply
}

/** Does something after which the page listens for reminders. */
async function listening<T>(page: Page, doing: () => Promise<T>): Promise<T> {
  const [done] = await Promise.all([doing(), page.waitForResponse(/reminders\/events/)])
  return done
}

/** Lets the reminder become due; it is in the page then, and confirmed. */
async function becomeDue(page: Page) {
  const seen = page.waitForResponse(/reminders\/seen/)
  await server.moveTo(due)
  await seen
  await server.look()
  return page.locator('.reminder')
}

describe.skipIf(!hasBrowser)('the chat page', () => {
  test('sets a reminder in words, and shows it at its time, once', async () => {
    const page = await open()
    const reply = await listening(page, () => say(page, setIt))
    await expect(reply.innerText()).resolves.toMatch(/I will remind you of .*returns: 1 week before, at 09:00/)
    await expect(reply.innerText()).resolves.toContain('Europe/Zurich')
    expect(await reply.getByText('Reminders come here').isVisible()).toBe(true)
    const reminder = await becomeDue(page)
    expect(await reminder.count()).toBe(1)
    await expect(reminder.innerText()).resolves.toMatch(/Reminder\s+In 7 days: Bali Process workshop on returns/i)
    expect(await page.locator('[role=log] .reminder').count()).toBe(1)
    expect(await server.store.deliveries.inState('sent', 5)).toHaveLength(1)
    expect(await findAxeViolations(page)).toEqual([])
  })

  test('shows a reminder after a reload, and not again after another', async () => {
    const page = await open()
    await listening(page, () => say(page, setIt))
    await listening(page, () => page.reload())
    expect(await (await becomeDue(page)).count()).toBe(1)
    await listening(page, () => page.reload())
    await server.look()
    expect(await page.locator('.reminder').count()).toBe(0)
  })

  test('shows what became due while it was closed', async () => {
    const page = await open()
    await listening(page, () => say(page, setIt))
    await page.goto('about:blank')
    await server.moveTo(due)
    await server.look()
    await listening(page, () => page.goto(server.url))
    await server.look()
    await page.locator('.reminder').waitFor()
    expect(await page.locator('.reminder').count()).toBe(1)
  })

  test('shows a reminder in one of two tabs', async () => {
    const first = await open()
    await listening(first, () => say(first, setIt))
    const second = await first.context().newPage()
    await listening(second, () => second.goto(server.url))
    await becomeDue(second)
    expect([await first.locator('.reminder').count(), await second.locator('.reminder').count()]).toEqual([0, 1])
  })

  test('lists reminders, and snoozes and stops them by buttons', async () => {
    const page = await open()
    await say(page, setIt)
    await say(page, 'remind me of the Council 2 weeks before')
    const list = await say(page, 'reminders')
    expect(await list.getByRole('button', { name: /^Stop: / }).count()).toBe(2)
    expect(await findAxeViolations(page)).toEqual([])
    await list.getByRole('button', { name: /^Snooze for 1 day: .*Council/ }).click()
    await expect((await lastReply(page)).innerText()).resolves.toMatch(/Council/)
    await page
      .getByRole('button', { name: /^Stop: .*returns/ })
      .last()
      .press('Enter')
    await lastReply(page)
    const left = await say(page, 'reminders')
    await expect(left.locator('.card').innerText()).resolves.not.toContain('returns')
  })

  test('changes no reminders because somebody follows a link', async () => {
    const page = await open()
    await say(page, setIt)
    await page.goto(`${server.url}/?q=stop+all+reminders`)
    await lastReply(page)
    expect(await (await say(page, 'reminders')).getByRole('button', { name: /^Stop/ }).count()).toBe(1)
  })

  test('speaks of reminders in French', async () => {
    const page = await open({ ...zurich, locale: 'fr-FR' })
    const reply = await listening(page, () =>
      say(page, 'rappelle-moi Bali Process workshop on returns 1 semaine avant à 9 h'),
    )
    await expect(reply.innerText()).resolves.toContain('Je vous ferai un rappel')
    expect(await reply.getByText('Les rappels arrivent ici').isVisible()).toBe(true)
    const reminder = await becomeDue(page)
    await expect(reminder.innerText()).resolves.toMatch(/Rappel\s+Dans 7 jours/i)
    expect(await reminder.getByRole('button', { name: 'De nouveau demain' }).isVisible()).toBe(true)
    expect(await findAxeViolations(page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)('shows a reminder on a phone, %s, and has no fault', async (colorScheme) => {
    const page = await open({ ...zurich, colorScheme, viewport: { width: 360, height: 640 } })
    await listening(page, () => say(page, setIt))
    await becomeDue(page)
    expect(await isTooWide(page)).toBe(false)
    expect(await findAxeViolations(page)).toEqual([])
  })

  test('shows the reply in the views of Slack and Teams, and nothing to explain', async () => {
    const page = await open()
    const reply = await say(page, setIt)
    await reply.getByRole('button', { name: 'Teams' }).click()
    await expect(page.locator('.teams .ac-adaptiveCard').innerText()).resolves.toContain('I will remind you')
    expect(await reply.getByRole('button', { name: 'Why this answer' }).count()).toBe(0)
  })
})
