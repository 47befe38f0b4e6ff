import type { Client } from '../client.ts'
import type { Step } from '../step.ts'
import { until } from '../until.ts'

const website = 'http://www.iom.int/jahia/Jahia/regional-consultative-processes/lang/en'

/** What can be put into a message while it is written. */
export const messageExtension: readonly Step[] = [
  {
    name: 'A search finds entries',
    run: async ({ client }) => {
      await client.open('Personal Chat')
      await client.openTool('Search Command')
      await client.page.getByPlaceholder('Enter a search term').fill('gfmd')
      await client.page.getByText('2011 RCP Global meeting', { exact: true }).waitFor()
    },
  },
  {
    name: 'A result that is picked goes into the message, under its name',
    run: async ({ client }) => {
      await client.page.getByText('GFMD', { exact: true }).click()
      await client.composer
        .locator('.ac-adaptiveCard')
        .filter({ hasText: /^GFMD.*IOM is an observer/s })
        .waitFor()
    },
  },
  {
    name: 'Sent to us, it is no question',
    run: async ({ client }) => {
      const before = await messagesTaken(client)
      await client.page.getByLabel('Send Message').last().click()
      await until(async () => (await messagesTaken(client)) > before, 'the message is taken')
      await client.shows(/^GFMD.*IOM is an observer/s)
    },
  },
  {
    name: 'A link to a page of the knowledge shows what it is about',
    run: async ({ client }) => {
      await client.openTool('Link Unfurling')
      const dialog = client.page.getByRole('dialog')
      await dialog.getByRole('textbox').fill(website)
      await dialog.locator('.ac-adaptiveCard').filter({ hasText: 'machieng@iom.int' }).waitFor()
    },
  },
  {
    name: 'What it shows can be sent',
    run: async ({ client }) => {
      await client.page.getByText('Send to Conversation').click()
      await client.shows('machieng@iom.int')
    },
  },
]

/** How many messages we have taken, and answered if we do. */
async function messagesTaken(client: Client): Promise<number> {
  return (await client.log()).match(/message 200/g)?.length ?? 0
}
