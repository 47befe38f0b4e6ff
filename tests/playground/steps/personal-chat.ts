import { longQuestion } from '../handbook-knowledge.ts'
import type { Step } from '../step.ts'
import { until } from '../until.ts'

const almaty = 'Who runs the secretariat of the Almaty Process?'

/** A first conversation, with every kind of button. */
export const personalChat: readonly Step[] = [
  {
    name: 'Installed in a personal chat, the app welcomes once',
    run: async ({ client, service }) => {
      await client.open('Personal Chat')
      await client.shows('Try one of these')
      await until(() => told(service.lines, 'installationUpdate') && told(service.lines, 'conversationUpdate'), 'both')
      const welcomes = await client.page.locator('.ac-adaptiveCard').count()
      if (welcomes !== 1) throw new Error(`${welcomes} welcomes`)
    },
  },
  {
    name: 'A question is asked back, and a pressed suggestion is answered in its place',
    run: async ({ client }) => {
      await client.send('Who runs the secretariat?')
      await client.shows('of what?')
      await client.press(almaty)
      await client.shows(/Question: Who runs.*UNHCR.*Source:/s)
    },
  },
  {
    name: 'A question is answered with its source',
    run: async ({ client }) => {
      await client.send('What is the Budapest Process?')
      await client.shows(/IOM is an observer.*Source: .*as of 2021/s)
    },
  },
  {
    name: 'The pages of a long answer turn in its place',
    run: async ({ client }) => {
      await client.send(longQuestion)
      await client.shows(/Rule 100.*Page 1 of/s)
      await client.press('More')
      await client.shows('Page 2 of')
      await client.press('Back')
      await client.shows(/Rule 100.*Page 1 of/s)
    },
  },
  {
    name: 'The contact is told in a message of its own',
    run: async ({ client }) => {
      await client.send('When was the Regional Civil Society Consultation for Asia?')
      await client.shows(/4–5 August 2017.*Contact/s)
      await client.press('Contact')
      await client.shows(/^Question: Whom do I write to.*mfa@mfasia\.org/s)
      await client.page.getByLabel('Display Invoked Message').filter({ hasText: 'Done.' }).waitFor()
    },
  },
]

function told(lines: readonly string[], type: string): boolean {
  return lines.some((line) => line.includes(`"type":"${type}"`))
}
