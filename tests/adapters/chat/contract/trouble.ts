import { expect } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import type { ChatUnderTest, Sent } from '../chat-under-test.ts'
import { answer, answers, question, says } from './asking.ts'
import { awayWhile, type Thinking, thinking } from './assistants.ts'
import type { ContractPart } from './contract-part.ts'
import { type Disk, fullWhile } from './full-disk.ts'

const midsa = 'process MIDSA'

/** What can go wrong on our side, and how we stop. */
export const troubleContract: ContractPart = (promises) => {
  const away = () => ({ focalPoint: awayWhile(() => true) })

  promises(
    'while the assistant cannot answer, whoever asks hears so in one sentence',
    async (chat) => {
      await chat.askDirectly(question)
      await chat.mention(question)
      await chat.command(question)
      await answers(chat, 3)
      expect(chat.said().map(({ text }) => text)).toEqual(Array.from({ length: 3 }, () => notices.unavailable.en))
    },
    away,
  )

  promises(
    'that it cannot is said in the language that the person reads',
    async (chat) => {
      await chat.askDirectly(question, { locale: 'fr-FR' })
      expect((await answer(chat)).text).toBe(notices.unavailable.fr)
    },
    away,
  )

  const disk: Disk = { isFull: true }
  const onDisk = () => {
    disk.isFull = true
    return { storeAs: fullWhile(disk) }
  }

  promises(
    'what cannot be marked as answered gets an apology, and no answer that might come twice',
    async (chat) => {
      await chat.mention(question)
      await answers(chat, 1)
      await chat.askDirectly(question)
      await answers(chat, 2)
      expect(chat.said().map(({ text }) => text)).toEqual([notices.failed.en, notices.failed.en])
      disk.isFull = false
      await chat.mention(question)
      await says(chat, /UNHCR/)
    },
    onDisk,
  )

  promises(
    'a verdict that cannot be kept does no harm',
    async (chat) => {
      disk.isFull = false
      await chat.mention(question)
      const said = await answer(chat)
      disk.isFull = true
      await chat.judge(said, 'up')
      disk.isFull = false
      await chat.mention(midsa)
      await says(chat, /Southern Africa/)
      await chat.judge(said, 'up')
      await chat.stop()
      expect(await chat.store.feedback.list()).toMatchObject([{ verdict: 'up' }])
    },
    onDisk,
  )

  let mind: Thinking | undefined
  const slow = () => {
    mind = thinking()
    return { focalPoint: mind.focalPoint }
  }

  /** Whether a message is taken before the platform loses patience, while the assistant goes on thinking. */
  async function takenInTime({ clock, patienceMs }: ChatUnderTest, sending: Promise<Sent>): Promise<boolean> {
    await mind?.isAsked
    clock.advance(patienceMs)
    return (await sending).isTaken
  }

  promises(
    'an answer that takes long keeps no platform waiting, and comes once',
    async (chat) => {
      expect(await takenInTime(chat, chat.mention(midsa))).toBe(true)
      expect(chat.said()).toEqual([])
      mind?.finish()
      await says(chat, /Southern Africa/)
      await chat.stop()
      expect(chat.said()).toHaveLength(1)
    },
    slow,
  )

  promises(
    'whoever waits long for a private answer sees that it is on its way, and gets it in private',
    async (chat) => {
      expect(await takenInTime(chat, chat.command(midsa))).toBe(true)
      await chat.until(() => chat.isSeenWorking(), 'that an answer is on its way')
      mind?.finish()
      await says(chat, /Southern Africa/)
      await chat.stop()
      expect(chat.said()).toMatchObject([{ isPrivate: true, text: expect.stringMatching(/Southern Africa/) }])
    },
    slow,
  )

  promises(
    'who stops us gets what is in flight finished',
    async (chat) => {
      const asking = chat.mention(midsa)
      await mind?.isAsked
      const stopping = chat.stop()
      mind?.finish()
      await stopping
      expect(chat.said()).toMatchObject([{ text: expect.stringMatching(/Southern Africa/) }])
      expect(await asking).toMatchObject({ isTaken: true })
    },
    slow,
  )
}
