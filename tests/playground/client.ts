import type { Locator, Page } from 'playwright-core'

/** Where people write. */
export type Place = 'Personal Chat' | 'Group Chat' | 'My Team - General'

/** What people can do in the Playground, and what they see of it. */
export class Client {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a conversation; the first time the app is installed there. */
  async open(place: Place): Promise<void> {
    await this.page.getByRole('treeitem', { name: place }).click()
    await this.composer.waitFor()
  }

  /** Writes a message and sends it. */
  async send(text: string, { mention = false } = {}): Promise<void> {
    await this.write(this.composer, text, { mention })
    await this.page.getByLabel('Send Message').last().click()
  }

  /** Writes into a box; with a mention of us in front. */
  async write(box: Locator, text: string, { mention = false } = {}): Promise<void> {
    await box.click()
    if (mention) {
      await this.page.keyboard.type('@')
      // Only a click chooses it.
      await this.page.getByRole('listbox').getByText('Test Bot').first().click()
    }
    await this.page.keyboard.type(mention ? ` ${text}` : text)
  }

  /** Presses a button of the last card. */
  async press(button: string): Promise<void> {
    await this.lastCard().getByRole('button', { name: button, exact: true }).click()
  }

  /** The last card, once it shows the text. */
  async shows(text: string | RegExp): Promise<Locator> {
    const card = this.lastCard().filter({ hasText: text })
    await card.waitFor()
    return card
  }

  /** Lets something happen that seldom does, from the menu of the toolbar. */
  async mock(activity: 'Uninstall application' | 'Add user' | 'Rename channel'): Promise<void> {
    await this.page.getByText('Mock an Activity').click()
    await this.#choose(activity)
    await this.page.getByRole('button', { name: 'Send activity' }).click()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** Opens one of the tools beside the box for messages. */
  async openTool(tool: 'Search Command' | 'Link Unfurling'): Promise<void> {
    await this.page.getByLabel('Trigger Message Extension App').last().click()
    await this.#choose(tool)
  }

  /** All that was sent either way, a line for each. */
  async log(): Promise<string> {
    const whole = await this.page.locator('body').innerText()
    return whole.slice(whole.lastIndexOf('Log Panel'))
  }

  get composer(): Locator {
    return this.page.locator('[role=textbox][contenteditable=true]').first()
  }

  lastCard(): Locator {
    return this.page.locator('.ac-adaptiveCard').last()
  }

  async #choose(item: string): Promise<void> {
    await this.page.getByRole('menuitem').filter({ hasText: item }).click()
  }
}
