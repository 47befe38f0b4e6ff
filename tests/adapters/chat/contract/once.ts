import { expect } from 'vitest'
import type { Sent } from '../chat-under-test.ts'
import { answers, question } from './asking.ts'
import type { ContractPart } from './contract-part.ts'

/** A platform that is not sure whether a message has arrived sends it again. */
export const onceContract: ContractPart = (promises, { start }) => {
  for (const times of [2, 4]) {
    promises(`a message that comes ${times} times, one after the other, is answered once`, async (chat) => {
      const asked = await chat.mention(question)
      for (let i = 1; i < times; i += 1) expect(await chat.deliverAgain(asked)).toMatchObject({ isTaken: true })
      await chat.stop()
      expect(chat.said()).toHaveLength(1)
    })

    promises(`a message that comes ${times} times at once is answered once`, async (chat) => {
      expect(await chat.mention(question, { times })).toMatchObject({ isTaken: true })
      await chat.stop()
      expect(chat.said()).toHaveLength(1)
    })
  }

  promises('messages that come again out of order are answered once each', async (chat) => {
    const asked: Sent[] = []
    for (let i = 0; i < 5; i += 1) asked.push(await chat.mention(question))
    for (const sent of asked.toReversed()) await chat.deliverAgain(sent)
    await chat.stop()
    const threads = chat.said().map(({ thread }) => thread)
    expect(threads.toSorted()).toEqual(asked.map(({ thread }) => thread).toSorted())
  })

  promises('a message that comes again later does not take the conversation back', async (chat) => {
    const first = await chat.askDirectly(question)
    await answers(chat, 1)
    await chat.askDirectly('process MIDSA')
    await answers(chat, 2)
    await chat.deliverAgain(first)
    await chat.until(() => chat.logged.some(saysAgain), 'that it came again')
    await chat.askDirectly('Who runs its secretariat?')
    await answers(chat, 3)
    expect(chat.said()[2]?.text).toMatch(/MIDSA|Southern Africa/)
  })

  promises('a message that comes again after a restart is not answered again, but a new one is', async (chat) => {
    const asked = await chat.askDirectly(question)
    await chat.stop()
    expect(chat.said()).toHaveLength(1)
    await using restarted = await start({ store: chat.store })
    expect(await restarted.deliverAgain(asked)).toMatchObject({ isTaken: true })
    await restarted.until(() => restarted.logged.some(saysAgain), 'that it came again')
    await restarted.askDirectly('process MIDSA')
    await restarted.stop()
    expect(restarted.said()).toMatchObject([{ text: expect.stringMatching(/Southern Africa/) }])
  })
}

function saysAgain(line: string): boolean {
  return / again"/.test(line)
}
