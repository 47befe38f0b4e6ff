import { describe, expect, test } from 'vitest'
import { budgets } from '../../../../adapters/teams/drawing/limits.ts'
import { messageBytes } from '../../../../adapters/teams/drawing/message-bytes.ts'
import { hitAttachments } from '../../../../adapters/teams/drawing/render-hits.ts'
import type { Hit } from '../../../../src/answers/hits.ts'
import { answerWith } from '../../../../src/focal-point.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { tools } from '../../../intents/shipped-understanding.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { buttonsOf, shownTexts } from './an-answer.ts'
import { cardViolations } from './card-violations.ts'

function aHit(more: Partial<Hit> = {}): Hit {
  return { id: 'wind', kind: 'process', title: 'Wind', summary: 'Wind blows.', answer: anAnswer(), score: 1, ...more }
}

const textsOf = (hit: Hit) => hitAttachments([hit], 'en').flatMap(({ content }) => shownTexts(content.body))

describe('search results', () => {
  test('are cards, listed by title and text', () => {
    const [attachment] = hitAttachments([aHit()], 'en')
    expect(attachment).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: 'Wind', text: 'Wind blows.' },
      },
    })
    expect(shownTexts(attachment?.content.body ?? [])).toEqual([
      'It is windy.',
      'Source: Wind pages, 900:1 (as of 2021)',
    ])
  })

  test.each([
    ['The Wind is a process.', 'with the name behind an article', []],
    ['IOM is an observer: the Wind Support Unit.', 'with another name', ['Wind']],
    ['Window: IOM is an observer.', 'with a name that begins alike', ['Wind']],
  ])('that begin like %j (%s) say what they are about', (summary, _, above) => {
    expect(textsOf(aHit({ summary })).slice(0, -2)).toEqual(above)
  })

  test('are 25 at most, in the order found', () => {
    const hits = Array.from({ length: 30 }, (_, i) => aHit({ title: `Wind ${i}` }))
    const titles = hitAttachments(hits, 'en').map(({ preview }) => preview.content.title)
    expect(titles).toEqual(hits.slice(0, 25).map(({ title }) => title))
  })

  test('show no markup in the list, and no more than fits there', () => {
    const [attachment] = hitAttachments(
      [aHit({ title: '<b>x</b> '.repeat(50), summary: '<img src=x> '.repeat(50) })],
      'en',
    )
    const { title = '', text = '' } = attachment?.preview.content ?? {}
    expect(title).toMatch(/^‹b›x‹\/b› /)
    expect(`${title}${text}`).not.toMatch(/[<>]/)
    expect([title.length <= 80, text.length <= 160]).toEqual([true, true])
  })

  test('name a topic of an organisation, and no place where nothing was looked for', () => {
    const answer = anAnswer([aPart({ lead: 'At noon.', sources: [] })])
    expect(textsOf(aHit({ kind: 'topic', title: 'Lunch', answer }))).toEqual(['Lunch', 'At noon.'])
  })

  test('ask nothing, as nobody might answer', () => {
    const choices = [{ label: 'North', question: 'North?' }]
    const answer = anAnswer([aPart({ status: 'clarify', choices, suggestions: ['Why?'] })])
    expect(hitAttachments([aHit({ answer })], 'en').flatMap(({ content }) => buttonsOf(content))).toEqual([])
  })

  test('begin a long answer, name its source and say that there is more', () => {
    const facts = Array.from({ length: 200 }, (_, i) => `Contact ${i}: office${i}@example.org`)
    const hit = aHit({ answer: anAnswer([aPart({ facts })]) })
    expect(textsOf(hit).slice(-2)).toEqual([
      'Source: Wind pages, 900:1 (as of 2021)',
      'There is more: ask me about it in a chat.',
    ])
  })

  test.each(languages)('are valid and small for what the shipped knowledge finds in %s', (language) => {
    const focalPoint = answerWith(tools)
    const hits = ['', 'process', 'idm', 'a', '2017', 'iom'].flatMap((text) =>
      focalPoint.find({ text, language, limit: 25 }),
    )
    const attachments = hitAttachments(hits.slice(0, 25), language)
    expect(hits.length).toBeGreaterThan(50)
    expect(hitAttachments(hits, language).length).toBe(25)
    expect(attachments.flatMap(({ content }) => cardViolations({ text: 'x', card: content }))).toEqual([])
    expect(attachments.filter(({ content }) => messageBytes(content) > budgets.hitBytes + 2000)).toEqual([])
  })
})
