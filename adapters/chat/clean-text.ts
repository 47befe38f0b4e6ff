import { splitText } from './cut-text.ts'

/** A stretch of text; with an address, a link. */
export type Run = { readonly text: string; readonly url?: string; readonly bold?: boolean }

/** What can be sent: whole characters, and none that only control a terminal. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}--[\n\t]]/gv, ' ')
}

// Whole and of plain ASCII: no letter is cut from its accents, and neither a look-alike nor a beginning becomes a link.
const address = new RegExp(
  [
    String.raw`(?<![\p{L}\p{M}\p{N}.@\/_+\-])(?:`,
    String.raw`https:\/\/[\w.~:\/?#@!$&'()*+,;=%[\]\-]{1,500}(?!\u200D|[\p{L}\p{M}\p{N}.~:\/?#@!$&'()*+,;=%_[\]\-])`,
    String.raw`|[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}(?!\u200D|[\p{L}\p{M}\p{N}@_\-]|\.\p{L})`,
    ')',
  ].join(''),
  'gu',
)

/** A longer address is shown, but not made a link. */
const longestUrl = 500

/** The text with its https and mail addresses as links; everything else stays text. */
export function linkAddresses(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const shown = withoutPunctuation(match[0])
    const url = shown.startsWith('https://') ? shown : `mailto:${shown}`
    if (!isLinkable(url) || url.length > longestUrl) continue
    runs.push({ text: text.slice(end, match.index) }, { text: shown, url })
    end = match.index + shown.length
  }
  return [...runs, { text: text.slice(end) }].filter((run) => run.text !== '')
}

/** Whether an address may become a link: https or mailto, and nothing that a platform's markup reads otherwise. */
export function isLinkable(url: string): boolean {
  return /^(?:https:\/\/|mailto:)[^\s|<>\p{C}]+$/u.test(url) && URL.canParse(url)
}

/** The end of a sentence or a bracket around an address is not part of it. */
function withoutPunctuation(found: string): string {
  const trimmed = found.replace(/[.,;:!?'*]+$/, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed
}

/** The runs in pieces of at most `limit` characters; links stay whole. */
export function splitRuns(runs: readonly Run[], limit: number): Run[][] {
  const pieces: Run[][] = []
  let room = 0
  for (const run of runs.flatMap((whole) => splitRun(whole, limit))) {
    if (run.text.length > room) {
      pieces.push([])
      room = limit
    }
    pieces.at(-1)?.push(run)
    room -= run.text.length
  }
  return pieces
}

function splitRun(run: Run, limit: number): Run[] {
  return run.url ? [run] : splitText(run.text, limit).map((text) => ({ ...run, text }))
}
