import { describe, expect, test } from 'vitest'
import { toPlainText } from '../src/answers/plain-text.ts'
import { createFocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { factQuestions } from './fixtures/fact-questions.ts'
import { openQuestions } from './fixtures/open-questions.ts'
import { pick, seededRandom, withSlip } from './search/seeded-random.ts'

const focalPoint = createFocalPoint(loadKnowledge('knowledge'))
const now = Temporal.Instant.from('2026-11-22T09:00:00Z')
const open = new Set(openQuestions.map(([question]) => question))
const rows = factQuestions.filter(([question]) => !open.has(question))

type Mangle = (question: string, random: () => number) => string

describe('questions that are badly typed', () => {
  test.each<[string, number, Mangle]>([
    ['one slip', 0.97, withOneSlip],
    ['two slips', 0.92, (question, random) => withOneSlip(withOneSlip(question, random), random)],
    ['a doubled letter', 0.97, changingWord((word, at) => word.slice(0, at + 1) + word.slice(at))],
    ['a space too many', 0.97, changingWord((word, at) => `${word.slice(0, at)} ${word.slice(at)}`, 2)],
    ['a space too few', 0.95, withoutASpace],
    ['no accents', 0.99, (question) => question.normalize('NFD').replace(/\p{M}/gu, '')],
    ['small letters only', 0.99, (question) => question.toLowerCase()],
  ])('with %s are answered right, %d of them at least', (_, share, mangle) => {
    const random = seededRandom(7919)
    const right = rows.filter(([question, expected]) => isRight(mangle(question, random), expected))
    expect(right.length / rows.length).toBeGreaterThan(share)
  })
})

function isRight(text: string, expected: RegExp | readonly RegExp[]): boolean {
  const answer = focalPoint.ask({ text, now })
  const said = toPlainText(answer)
  return answer.status === 'answered' && ([expected].flat() as RegExp[]).every((content) => content.test(said))
}

function withOneSlip(question: string, random: () => number): string {
  const found = aWord(question, random, 4)
  return found ? replaced(question, found, withSlip(found[0], random)) : question
}

/** Changes one word at a random place that is so far from both its ends. */
function changingWord(change: (word: string, at: number) => string, margin = 0): Mangle {
  return (question, random) => {
    const found = aWord(question, random, Math.max(4, 3 * margin))
    if (!found) return question
    const at = margin + Math.floor(random() * (found[0].length - 2 * margin))
    return replaced(question, found, change(found[0], at))
  }
}

function withoutASpace(question: string, random: () => number): string {
  const spaces = [...question.matchAll(/(?<=\p{L}) (?=\p{L})/gu)]
  return spaces.length > 0 ? replaced(question, pick(spaces, random), '') : question
}

/** A longer word: no address, for another address is another question, and no acronym, which is never guessed at. */
function aWord(question: string, random: () => number, shortest: number): RegExpMatchArray | undefined {
  const plain = question.replace(/\S*[@.]\S+/g, (part) => '.'.repeat(part.length))
  const words = [...plain.matchAll(/(?<![\p{L}\p{N}/-])\p{L}+(?![\p{N}-])/gu)]
  const longer = words.filter(([word]) => word.length >= shortest && !/\p{L}\p{Lu}/u.test(word))
  return longer.length > 0 ? pick(longer, random) : undefined
}

function replaced(text: string, found: RegExpMatchArray, by: string): string {
  return text.slice(0, found.index) + by + text.slice((found.index ?? 0) + found[0].length)
}
