import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AsyncFocalPoint, Explaining } from '../../../adapters/async-focal-point.ts'
import { RateLimit } from '../../../adapters/rate-limit.ts'
import { UnavailableError } from '../../../adapters/unavailable-error.ts'
import { anAnswer, aPart } from '../chat/an-answer.ts'
import { focalPointOver, learn, ownFocalPoint } from '../own-focal-point.ts'
import { knowing, long, unclear } from '../teams/own-topics.ts'
import { findAxeViolations, hasBrowser, isTooWide, launchBrowser, type OpenPage, openPage } from './browser.ts'
import { type ChatServer, startChatServer } from './chat-server.ts'

const secretariat = 'Who runs the secretariat of the Almaty Process?'
let browser: Browser | undefined
let server: ChatServer
let topics: ChatServer
let opened: OpenPage[] = []
const made: ChatServer[] = []

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await launchBrowser()
  server = await startChatServer()
  topics = await startChatServer({ focalPoint: focalPointOver(learn(knowing('Pelican'))) })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await Promise.all([server, topics, ...made].map((started) => started?.[Symbol.asyncDispose]()))
})

/** Whatever a test does, nothing may go wrong in the page, and nothing be fetched from elsewhere. */
afterEach(async () => {
  const faults = opened.flatMap((page) => page.faults)
  await Promise.all(opened.map((page) => page[Symbol.asyncDispose]()))
  opened = []
  expect(faults).toEqual([])
})

async function open(url: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser as Browser, url, options)
  opened.push(page)
  return page.page
}

async function openOver(focalPoint: AsyncFocalPoint & Explaining): Promise<Page> {
  const started = await startChatServer({ focalPoint })
  made.push(started)
  return open(started.url)
}

/** Types a question, presses Enter, and waits for what comes. */
async function ask(page: Page, text: string) {
  await page.getByLabel('Your question').fill(text)
  await page.keyboard.press('Enter')
  return lastReply(page)
}

async function lastReply(page: Page) {
  const reply = page.locator('.reply').last()
  await reply.waitFor()
  await page.locator('.reply[aria-busy]').waitFor({ state: 'detached' })
  return reply
}

/** The failed request itself is told on the console, which is no fault here. */
function expectRefusal(): void {
  const [page] = opened
  expect(page?.faults).toEqual([expect.stringContaining('Failed to load resource')])
  opened = []
}

describe.skipIf(!hasBrowser)('the chat page', () => {
  test('answers with the source and its date', async () => {
    const page = await open(server.url)
    const reply = await ask(page, secretariat)
    await expect(reply.innerText()).resolves.toMatch(/IOM serves as technical secretariat.*Sources.*as of 2021/s)
    expect(await page.title()).toBe('Chat – Focal Point')
  })

  test('goes on with what was talked about, in this tab alone', async () => {
    const page = await open(server.url)
    await ask(page, secretariat)
    expect(await (await ask(page, 'and of the Bali Process?')).innerText()).toContain('Bali Process')
    const other = await open(server.url)
    expect(await (await ask(other, 'and of it?')).innerText()).not.toContain('Almaty Process: IOM')
  })

  test('offers the readings to pick from, and answers the one that is pressed', async () => {
    const page = await open(topics.url)
    const reply = await ask(page, unclear)
    await reply.getByRole('button', { name: 'Lost badges' }).click()
    expect(await (await lastReply(page)).innerText()).toContain('Pelican gate')
  })

  test('asks what is suggested', async () => {
    const page = await open(server.url)
    await page.getByRole('button', { name: secretariat }).click()
    const reply = await lastReply(page)
    await reply.getByRole('button', { name: /What is IOM’s role/ }).click()
    await lastReply(page)
    expect(await page.locator('.asked').allInnerTexts()).toHaveLength(2)
  })

  test('shows the beginning of a long list, and more when asked, and goes on from there', async () => {
    const page = await open(server.url)
    const reply = await ask(page, 'publications')
    const facts = reply.locator('.facts li:visible')
    expect(await facts.count()).toBe(8)
    await reply.getByRole('button', { name: 'Show 12 more' }).click()
    expect(await facts.count()).toBe(20)
    expect(await reply.locator('li:focus').innerText()).toBe(await facts.nth(8).innerText())
    expect(await reply.getByRole('button', { name: /^Show/ }).count()).toBeLessThan(2)
  })

  test('shows the beginning of a long text too', async () => {
    const reply = await ask(await open(topics.url), long)
    expect(await reply.innerText()).not.toContain('Rule 110.')
    await reply.getByRole('button', { name: 'Show 25 more' }).click()
    expect(await reply.innerText()).toContain('Rule 110.')
  })

  test('brings back with the arrow what was asked, and empties the field with Esc', async () => {
    const page = await open(server.url)
    await ask(page, secretariat)
    await ask(page, 'publications')
    const field = page.getByLabel('Your question')
    const typed: string[] = []
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'Escape']) {
      await field.press(key)
      typed.push(await field.inputValue())
    }
    expect(typed).toEqual(['publications', secretariat, secretariat, 'publications', ''])
  })

  test('asks the question of a link, in its language', async () => {
    const page = await open(`${server.url}/?q=${encodeURIComponent(secretariat)}&lang=fr`)
    const reply = await lastReply(page)
    expect(await reply.innerText()).toContain('Processus d’Almaty')
  })

  test('copies a link to the question', async () => {
    const page = await open(server.url, { permissions: ['clipboard-read', 'clipboard-write'] })
    const reply = await ask(page, secretariat)
    await reply.getByRole('button', { name: 'Copy link' }).click()
    await reply.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${server.url}/?q=${new URLSearchParams({ q: secretariat }).toString().slice(2)}`,
    )
  })

  test('speaks the language of the browser, and another one when that is chosen', async () => {
    const page = await open(server.url, { locale: 'fr-CH' })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Interrogez-moi sur les dialogues migratoires',
    )
    await page.getByLabel('Langue de cette page').selectOption('es')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Pregunte sobre los diálogos migratorios')
    expect(await page.getByRole('button', { name: /secretaría/ }).count()).toBe(1)
    await page.reload()
    expect(await page.evaluate('document.documentElement.lang')).toBe('es')
  })
})

/** Runs in the page, whose types are not among ours: the code is text. */
const tooHigh = `(() => {
  const frame = document.querySelector('iframe')
  return frame.contentDocument.documentElement.scrollHeight - frame.clientHeight
})()`

describe.skipIf(!hasBrowser)('the views of an answer', () => {
  test('show it as text, as Slack and as Teams draw it, beside one another', async () => {
    const page = await open(server.url)
    const reply = await ask(page, secretariat)
    await reply.getByRole('button', { name: 'All three' }).click()
    const said = 'IOM serves as technical secretariat'
    await reply.frameLocator('iframe').getByText(said).waitFor()
    await reply.locator('.teams .ac-adaptiveCard').getByText(said).waitFor()
    expect(await reply.locator('.text pre').first().innerText()).toContain(said)
    const boxes = await Promise.all((await reply.locator('.view').all()).map((view) => view.boundingBox()))
    expect(boxes).toHaveLength(3)
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
  })

  test('are as high as what Slack shows', async () => {
    const page = await open(server.url)
    const reply = await ask(page, 'publications')
    await reply.getByRole('button', { name: 'Slack', exact: true }).click()
    await reply.frameLocator('iframe').getByText('Source:').last().waitFor()
    await expect.poll(() => page.evaluate(tooHigh)).toBe(0)
  })

  test('send nothing: a button of a card shows what it would send', async () => {
    const page = await open(topics.url)
    const reply = await ask(page, unclear)
    await reply.getByRole('button', { name: 'Teams', exact: true }).click()
    await reply.locator('.teams .ac-pushButton').first().click()
    expect(await reply.getByRole('status').last().innerText()).toMatch(/This would send:.*"question"/s)
  })

  test('hold the JSON, and close with Esc', async () => {
    const page = await open(server.url)
    const reply = await ask(page, secretariat)
    const toggle = reply.getByRole('button', { name: 'Plain text' })
    await toggle.click()
    await reply.locator('.text summary').click()
    expect(JSON.parse(await reply.locator('.text details pre').innerText())).toMatchObject({ status: 'answered' })
    await page.keyboard.press('Escape')
    expect(await reply.locator('.view').count()).toBe(0)
    expect(await reply.locator('button:focus').innerText()).toBe('Plain text')
  })
})

describe.skipIf(!hasBrowser)('why an answer came', () => {
  test('is told with names, intents, passages and the threshold', async () => {
    const reply = await ask(await open(server.url), 'Who runs the secretariat of the Almatty Process?')
    await reply.getByRole('button', { name: 'Why this answer' }).click()
    const why = reply.locator('.why')
    expect(await why.innerText()).toMatch(/Answered: “secretariat” is \d+% likely, and 35% is enough/)
    expect(await why.getByRole('table').count()).toBe(3)
    expect(await why.getByText('misspelt').count()).toBe(1)
    expect(await why.getByRole('link', { name: 'Almaty Process' }).first().getAttribute('href')).toBe(
      '/knowledge#almaty-process',
    )
  })

  test('is told where none came', async () => {
    const reply = await ask(await open(server.url), 'Who won the football world cup?')
    await reply.getByRole('button', { name: 'Why this answer' }).click()
    expect(await reply.locator('.why').innerText()).toContain('Declined')
  })
})

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script><style>*{display:none}</style>"\'&lt;b&gt;'

describe.skipIf(!hasBrowser)('hostile text', () => {
  test('of a question is shown as it was written', async () => {
    const page = await open(server.url)
    const reply = await ask(page, hostile)
    await reply.getByRole('button', { name: 'Why this answer' }).click()
    expect(await page.locator('.asked').innerText()).toContain(hostile)
    expect(await page.locator('main img, main script, main style').count()).toBe(0)
  })

  test('of the knowledge is shown as it was written, in every view', async () => {
    const part = aPart({
      lead: hostile,
      facts: [hostile],
      notes: [hostile],
      choices: [{ label: hostile, question: hostile }],
      sources: [{ document: hostile, locator: hostile, asOf: hostile }],
      suggestions: [hostile],
    })
    const page = await openOver({ ...ownFocalPoint(), ask: async () => anAnswer([part]) })
    const reply = await ask(page, 'anything')
    await reply.getByRole('button', { name: 'All three' }).click()
    await reply.frameLocator('iframe').getByText('<script>alert(2)</script>').first().waitFor()
    await reply.locator('.teams .ac-adaptiveCard').waitFor()
    expect((await reply.locator('.answer').innerText()).split(hostile).length).toBeGreaterThan(6)
    expect(await page.locator('main script, main style, main img').count()).toBe(0)
    expect(await reply.frameLocator('iframe').locator('script, img[src=x]').count()).toBe(0)
  })
})

describe.skipIf(!hasBrowser)('what cannot be answered', () => {
  test.each([
    ['now', () => Promise.reject(new UnavailableError()), 'I cannot answer right now'],
    [
      'because of a defect',
      () => Promise.reject(new Error('a defect')),
      'That did not work: something went wrong here',
    ],
  ])('%s is said as text, with a button to ask again', async (_, answer, sentence) => {
    const page = await openOver({ ...ownFocalPoint(), ask: answer })
    const reply = await ask(page, secretariat)
    expect(await reply.innerText()).toContain(sentence)
    expect(await reply.getByRole('button', { name: 'Ask again' }).count()).toBe(1)
    expectRefusal()
  })

  test('because of too many questions is said as text', async () => {
    const started = await startChatServer({ limit: new RateLimit({ burst: 1, perSecond: 0.01 }) })
    made.push(started)
    const page = await open(started.url)
    await ask(page, secretariat)
    expect(await (await ask(page, secretariat)).innerText()).toContain('Too many questions at once')
    expectRefusal()
  })

  test('because it is too long is said as text', async () => {
    const page = await open(`${server.url}/?q=x`)
    await lastReply(page)
    await page.evaluate('document.getElementById("question").removeAttribute("maxlength")')
    expect(await (await ask(page, 'x'.repeat(70_000))).innerText()).toContain('This question is too long')
    expectRefusal()
  })
})

describe.skipIf(!hasBrowser).each(['light', 'dark'] as const)('in the %s, axe-core', (colorScheme) => {
  test.each([1200, 360])('finds nothing at %i pixels, and nothing needs scrolling sideways', async (width) => {
    const page = await open(server.url, { colorScheme, viewport: { width, height: 800 } })
    expect(await findAxeViolations(page)).toEqual([])
    await ask(page, 'Who won the football world cup?')
    const reply = await ask(page, 'events 2017')
    for (const name of ['All three', 'Why this answer']) await reply.getByRole('button', { name }).click()
    await reply.locator('.teams .ac-adaptiveCard').waitFor()
    await reply.frameLocator('iframe').getByText('Source:').first().waitFor()
    expect(await findAxeViolations(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
})
