import { type Answer, type AnswerPart, answeredPart } from '../../../src/answers/answer.ts'
import { languages } from '../../../src/knowledge/language.ts'

/** A source of numbers from 0 to 1 that gives the same ones for the same seed. */
export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    // The multiplier and increment of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** An answer as no knowledge should hold it, but any may. */
export function generateAnswer(random: Random): Answer {
  const parts = Array.from({ length: 1 + below(3, random) }, () => generatePart(random))
  return {
    status: parts[0]?.status ?? 'answered',
    intent: 'role',
    language: pick(languages, random),
    parts,
    candidates: [],
  }
}

function generatePart(random: Random): AnswerPart {
  const text = (most: number) => generateText(below(most, random), random)
  const several = (most: number, longest: number) => Array.from({ length: below(most, random) }, () => text(longest))
  const long = random() < 0.05
  const lead = text(long ? 5000 : 300) || 'A lead'
  return {
    ...answeredPart('role', lead, []),
    status: pick(['answered', 'clarify', 'unknown'] as const, random),
    facts: random() < 0.03 ? contacts : several(long ? 4 : 12, long ? 20_000 : 300),
    related: random() < 0.3,
    notes: several(3, long ? 3000 : 200),
    choices: several(9, long ? 2500 : 60).map((label) => ({ label, question: label })),
    suggestions: several(4, long ? 2500 : 80),
    sources: several(5, 200).map((document) => ({
      document,
      locator: '900:1',
      ...(random() < 0.7 && { asOf: '2021' }),
    })),
    isList: random() < 0.5,
    meeting: lead.length % 3 === 0 ? `meeting-${lead.length}` : undefined,
  }
}

const contacts = Array.from({ length: 200 }, (_, i) => `Office ${i}: office${i}@example.org, https://example.org/${i}`)

function generateText(length: number, random: Random): string {
  let text = ''
  while (text.length < length) text += pick(stuff, random)
  return text
}

const stuff = [
  ...['a', ' ', ' ', 'word ', 'another word, ', 'The process. ', '\n', '\t', 'supercalifragilistic'.repeat(5)],
  ...['مرحبا بالعالم ', 'שלום עולם ', '移民に関する国際対話', '국제 이주 ', 'नमस्ते ', 'ไทย'],
  ...['👩‍👩‍👧‍👦', '👍🏽', '🇫🇷', 'e\u0301', 'n\u0303\u0323', '\u0301', '\u200D', '\u202E', '\uFE0F'],
  ...['\uD83D', '\uDE00', '\u0000', '\u001B', '\uFFFF', '\u2028'],
  ...['*', '_', '~', '`', '```', '>', '<', '&', '|', '&lt;', '&amp;amp;', ':tada:', '"', '\\', '{', '•'],
  ...['<!channel>', '<!here>', '<@U1>', '<#C1|x>', '<!subteam^S1>', '<javascript:alert(1)|x>', '<https://a.b|x>'],
  ...['https://example.org/a?b=c&d', 'office@example.org', 'javascript:alert(1)', 'http://example.org', '@channel'],
]

function below(most: number, random: Random): number {
  return Math.floor(random() * (most + 1))
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[below(items.length - 1, random)] as T
}
