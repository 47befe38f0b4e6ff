import type { BrowserContextOptions, Page } from 'playwright-core'

/** A page in a state that is worth showing. */
export type ShownState = {
  /** Its picture is named after it. */
  readonly name: string
  readonly path: string
  readonly options?: BrowserContextOptions
  /** Brings the page into that state. */
  readonly prepare?: (page: Page) => Promise<void>
}

const secretariat = '/?q=Who+runs+the+secretariat+of+the+Almaty+Process%3F'

/** The main states of all pages, in the order of the README. */
export const shownStates: readonly ShownState[] = [
  { name: 'chat', path: secretariat, prepare: answered },
  { name: 'chat-views', path: secretariat, prepare: openViews },
  {
    name: 'chat-why',
    path: secretariat,
    prepare: (page) => openView(page, 'Why this answer'),
    options: { colorScheme: 'dark' },
  },
  {
    name: 'chat-phone',
    path: '/?q=%C2%BFQu%C3%A9+eventos+hubo+en+2017%3F',
    prepare: answered,
    options: { colorScheme: 'dark', locale: 'es-ES', viewport: { width: 360, height: 640 } },
  },
  { name: 'chat-reminder', path: '/', prepare: setReminder },
  {
    name: 'knowledge',
    path: '/knowledge#bali-process',
    prepare: (page) => page.locator('#entry-bali-process[open]').waitFor(),
  },
  { name: 'knowledge-processes', path: '/knowledge', prepare: (page) => openTab(page, 'Processes') },
  {
    name: 'knowledge-meetings',
    path: '/knowledge',
    prepare: (page) => openTab(page, 'Meetings'),
    options: { colorScheme: 'dark' },
  },
]

async function openTab(page: Page, name: string): Promise<void> {
  await page.locator('#cards details').first().waitFor()
  await page.getByRole('tab', { name }).click()
}

async function answered(page: Page): Promise<void> {
  await page.locator('.reply .answer').waitFor()
  await page.locator('.reply[aria-busy]').waitFor({ state: 'detached' })
}

async function setReminder(page: Page): Promise<void> {
  await page.getByLabel('Your question').fill('Remind me 1 week before the Bali Process at 9:00')
  await page.keyboard.press('Enter')
  await answered(page)
}

async function openView(page: Page, name: string): Promise<void> {
  await answered(page)
  await page.getByRole('button', { name }).click()
}

async function openViews(page: Page): Promise<void> {
  await openView(page, 'All three')
  await page.locator('.teams .ac-adaptiveCard').waitFor()
  await page.frameLocator('iframe').getByText('Source:').waitFor()
}
