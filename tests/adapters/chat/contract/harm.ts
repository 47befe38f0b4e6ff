import { expect } from 'vitest'
import { anAnswer, aPart } from '../an-answer.ts'
import { answers } from './asking.ts'
import { alwaysAnswering } from './assistants.ts'
import type { ContractPart } from './contract-part.ts'

/** What could do harm in a chat if it were read as mark-up. */
const hostile: Readonly<Record<string, string>> = {
  'mentions in Slack': 'Everybody: <!channel> <!here> <@U00000001> <#C00000001|general> <!subteam^S1> must come.',
  'mentions in Teams': 'Everybody: <at>Ines Moreau</at> <at id="0">General</at> must come.',
  'marks of Markdown': 'These are *no* _emphasis_, ~no~ `code`, **no** # heading and ```no block```.',
  'HTML and entities':
    'AT&amp;T and &lt;b&gt; and &lt;!channel&gt; and & and < and > and <b>bold</b> and <script>x()</script>.',
  'addresses that run': 'Press <javascript:alert(1)|here> or <data:text/html,x|there> or [here](javascript:alert(1)).',
  'links that lie': 'Press <https://evil.example|the bank> or [the bank](https://evil.example).',
  emoji: 'A :smile: and a real 😀, a family 👨‍👩‍👧‍👦 and a flag 🇺🇳.',
  'words from right to left': 'اكتب إلى \u202eمكتب\u202c الهجرة \u200fhere\u200e.',
  'beginnings of lines': '> no quote and • no bullet and 1. no list and - no dash',
  dates: 'On <!date^1392734382^{date}^https://evil.example|a day> or {{DATE(2017-02-14T06:08:00Z, LONG)}}.',
}

/** Texts of the knowledge and of people show as they are. */
export const harmContract: ContractPart = (promises) => {
  for (const [what, text] of Object.entries(hostile)) {
    promises(
      `${what} show as written wherever the knowledge holds them`,
      async (chat) => {
        await chat.askDirectly('anything')
        await chat.mention('anything')
        await chat.command('anything')
        await answers(chat, 3)
        for (const said of chat.said()) expect(timesIn(plain(said.text), text)).toBeGreaterThanOrEqual(3)
        expect(chat.harm()).toEqual([])
      },
      () => ({ focalPoint: alwaysAnswering(holding(text)) }),
    )
  }

  promises('what people write in marks mentions nobody when it is said back', async (chat) => {
    const asked = [...Object.values(hostile), 'who runs <!channel> & <@U00000001>?', `${'<'.repeat(3000)}<at>Ines</at>`]
    for (const text of asked) await chat.askDirectly(text)
    for (const text of asked) await chat.command(text)
    await answers(chat, asked.length * 2)
    await chat.stop()
    expect(chat.said()).toHaveLength(asked.length * 2)
    expect(chat.harm()).toEqual([])
  })

  promises('a question that is said back shows as it was written', async (chat) => {
    const text = 'who runs *Bali* & [this](https://evil.example) & if 1 < 2?'
    await chat.command(text)
    const [said] = await answers(chat, 1)
    expect(said?.text).toContain(text)
    expect(chat.harm()).toEqual([])
  })
}

/** The text wherever an answer holds text. */
function holding(text: string) {
  const part = aPart({
    lead: text,
    facts: [text],
    notes: [text],
    sources: [{ document: text, locator: '1', asOf: '2021' }],
  })
  return anAnswer([{ ...part, suggestions: [text] }])
}

/** Without what keeps Teams from reading `{{DATE(…)}}`, which nobody sees. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '')
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1
}
