import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../log.ts'

/** Up to here the SDK's messages are its own words; behind it they may quote requests. */
const ownWords = /^[^{<["]{0,160}/

/**
 * What Bolt says goes to our log as its first words only, because behind them it may quote payloads and tokens. Its debug
 * messages print whole payloads, so there are none.
 */
export function sdkLogger(log: Log): Logger {
  const say = (level: 'warn' | 'error') => (first: unknown) => log[level]('slack sdk', { says: wordsOf(first) })
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}

function wordsOf(first: unknown): string {
  if (first instanceof Error) return first.name
  return (ownWords.exec(String(first))?.[0] ?? '').replaceAll(/xox\S+|xapp\S+|(?:https?|wss?):\S+/g, '…').trim()
}
