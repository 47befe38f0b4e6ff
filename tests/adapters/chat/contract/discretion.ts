import { expect } from 'vitest'
import type { ChatUnderTest } from '../chat-under-test.ts'
import { answers, question } from './asking.ts'
import { failingWith } from './assistants.ts'
import type { ContractPart } from './contract-part.ts'

const words = 'zebra crossing permits'

/** What the log tells: ids, outcomes and milliseconds. */
export const discretionContract: ContractPart = (promises) => {
  promises('the log tells of each message, and nothing of what people write', async (chat) => {
    await askEverywhere(chat)
    await chat.stop()
    expect(linesOf(chat).filter(({ ms }) => typeof ms === 'number').length).toBeGreaterThanOrEqual(3)
    expect(chat.logged.join('\n')).not.toMatch(/zebra|crossing/)
  })

  promises(
    'nor does it when the assistant fails',
    async (chat) => {
      await askEverywhere(chat)
      await chat.stop()
      expect(linesOf(chat).filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(3)
      expect(chat.logged.join('\n')).not.toMatch(/zebra|crossing/)
    },
    () => ({ focalPoint: failingWith(new Error(`cannot answer ${words}`)) }),
  )

  promises('nor what is pressed, judged or said', async (chat) => {
    await chat.mention('who runs the secretariat?')
    const [offered] = await answers(chat, 1)
    if (offered) await chat.press(offered, offered.choices[0] ?? '')
    await chat.command(question)
    const answered = (await answers(chat, 2))[1]
    if (answered) await chat.judge(answered, 'down')
    await chat.stop()
    expect(chat.logged.join('\n')).not.toMatch(/secretariat|Almaty|UNHCR/i)
  })
}

async function askEverywhere(chat: ChatUnderTest): Promise<void> {
  await chat.askDirectly(words)
  await chat.mention(words)
  await chat.command(words)
  await answers(chat, 3)
}

function linesOf({ logged }: ChatUnderTest): Readonly<Record<string, unknown>>[] {
  return logged.map((line) => JSON.parse(line))
}
