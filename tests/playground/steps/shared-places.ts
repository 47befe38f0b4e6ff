import type { Locator } from 'playwright-core'
import type { Client } from '../client.ts'
import type { Step } from '../step.ts'
import { until } from '../until.ts'

const almaty = 'Who runs the secretariat of the Almaty Process?'

/** Where others read. */
export const sharedPlaces: readonly Step[] = [
  {
    name: 'A mention in a group chat is answered there',
    run: async ({ client }) => {
      await client.open('Group Chat')
      await client.shows('Mention me in any channel')
      await client.send(almaty, { mention: true })
      await client.shows(/UNHCR.*Source:/s)
    },
  },
  {
    name: 'A post that mentions us is answered in its thread',
    run: async ({ client }) => {
      await client.open('My Team - General')
      await client.shows('Mention me in any channel')
      await client.write(client.composer, almaty, { mention: true })
      await client.page.getByRole('button', { name: 'Post' }).click()
      await cardsIn(thePost(client)).filter({ hasText: 'UNHCR' }).waitFor()
    },
  },
  {
    name: 'A question in the thread goes on from there',
    run: async ({ client }) => {
      const post = thePost(client)
      await client.write(post.getByRole('textbox'), 'And the Bali Process?', { mention: true })
      await post.getByLabel('Send Message').click()
      await cardsIn(post).nth(1).filter({ hasText: 'Bali' }).waitFor()
    },
  },
  {
    name: 'Whoever joins is not greeted, and a new name of a channel is let be',
    run: async ({ client, service }) => {
      const cards = await client.page.locator('.ac-adaptiveCard').count()
      const updates = updatesIn(service.lines)
      await client.mock('Add user')
      await client.mock('Rename channel')
      await until(() => updatesIn(service.lines) === updates + 2, 'both are told')
      const now = await client.page.locator('.ac-adaptiveCard').count()
      if (now !== cards) throw new Error(`${cards} cards became ${now}`)
    },
  },
]

function updatesIn(lines: readonly string[]): number {
  return lines.filter((line) => line.includes('"type":"conversationUpdate"')).length
}

/** The welcome gives the same question as an example. */
function thePost({ page }: Client): Locator {
  return page.getByRole('group').filter({ hasText: `Test Bot ${almaty}` })
}

function cardsIn(post: Locator): Locator {
  return post.locator('.ac-adaptiveCard')
}
