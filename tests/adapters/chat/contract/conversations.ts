import { expect } from 'vitest'
import type { By, ChatUnderTest } from '../chat-under-test.ts'
import { answers, question } from './asking.ts'
import type { ContractPart } from './contract-part.ts'

const next = 'and of the Colombo Process?'
const pointsBack = 'who runs its secretariat?'

type Ask = (chat: ChatUnderTest, text: string, by?: By) => ReturnType<ChatUnderTest['askDirectly']>
const directly: Ask = (chat, text, by) => chat.askDirectly(text, by)
const mentioned: Ask = (chat, text, by) => chat.mention(text, by)
const byCommand: Ask = (chat, text, by) => chat.command(text, by)

/** Where a question is asked, and where the next one does not know of it. */
const apart: readonly (readonly [where: string, Ask, elsewhere: string, Ask, By?])[] = [
  ['by one person', directly, 'by another', directly, { who: 'Tomás Rey' }],
  ['in a channel', mentioned, 'in another channel', mentioned, { channel: 'other' }],
  ['in a thread', mentioned, 'in another thread', mentioned],
  ['in a channel', mentioned, 'in a direct message', directly],
  ['in a direct message', directly, 'in a channel', mentioned],
  ['by command', byCommand, 'by the command of another person', byCommand, { who: 'Tomás Rey' }],
  ['by command', byCommand, 'by a command in another channel', byCommand, { channel: 'other' }],
  ['by command', byCommand, 'by a mention in the same channel', mentioned],
  ['in one workspace', directly, 'in another, by a person of the same id', directly, { workspace: 'other' }],
  ['in one workspace', byCommand, 'in another, in a channel of the same id', byCommand, { workspace: 'other' }],
]

/** What follow-up questions go on with. */
export const conversationsContract: ContractPart = (promises) => {
  promises('a direct message goes on with what was asked in the one before', async (chat) => {
    await chat.askDirectly(question)
    await answers(chat, 1)
    await chat.askDirectly(next)
    await expectGoesOn(chat)
  })

  promises('a thread goes on with what it is about, whoever asks', async (chat) => {
    const first = await chat.mention(question)
    await answers(chat, 1)
    await chat.mention(next, { below: first, who: 'Tomás Rey' })
    await expectGoesOn(chat)
  })

  promises('a command goes on with the one before', async (chat) => {
    await chat.command(question)
    await answers(chat, 1)
    await chat.command(next)
    await expectGoesOn(chat)
  })

  for (const [where, ask, elsewhere, askElsewhere, by] of apart) {
    promises(`what is asked ${where} is not known ${elsewhere}`, async (chat) => {
      await ask(chat, question)
      const [first] = await answers(chat, 1)
      await askElsewhere(chat, pointsBack, by)
      await answers(chat, 2)
      const other = chat.said().find(({ id }) => id !== first?.id)
      expect(other?.text).toMatch(/You are asking for the secretariat, but of what\?/)
      expect(other?.text).not.toMatch(/UNHCR/)
    })
  }
}

async function expectGoesOn(chat: ChatUnderTest): Promise<void> {
  await answers(chat, 2)
  expect(chat.said()[1]?.text).toMatch(/Colombo Process.*secretariat/s)
}
