import type { ChatDriver, ChatUnderTest, Circumstances } from '../chat-under-test.ts'

/** A part of what every chat adapter promises. */
export type ContractPart = (promises: Promises, driver: ChatDriver) => void

/** Registers what is promised, how that shows, and in what circumstances, which are made right before. */
export type Promises = (title: string, show: Show, circumstances?: () => Circumstances) => void

export type Show = (chat: ChatUnderTest) => Promise<void>
