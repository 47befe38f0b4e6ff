import { describe, expect, test } from 'vitest'
import type { AnswerView } from '../../../../adapters/teams/drawing/render-answer.ts'
import { renderAnswer } from '../../../../adapters/teams/drawing/render-answer.ts'
import { toPlainText } from '../../../../src/answers/plain-text.ts'
import { anAnswer, aPart, source } from '../../chat/an-answer.ts'
import { allPages, aView, buttonsOf, elementsOf, shownTexts } from './an-answer.ts'
import { pagesViolations } from './card-violations.ts'
import { heldBy, heldByPages } from './held-by-pages.ts'

const draw = (answer = anAnswer(), view: Partial<AnswerView> = {}) => renderAnswer(answer, aView(view))
const textsOf = (...drawn: Parameters<typeof draw>) => shownTexts(draw(...drawn).card.body)
const titlesOf = (...drawn: Parameters<typeof draw>) => buttonsOf(draw(...drawn).card).map(({ title }) => title)

describe('an answer', () => {
  const part = aPart({ facts: ['It blows.'], notes: ['Two sources disagree.'], suggestions: ['Is it cold?', 'Why?'] })

  test('shows the lead, facts, notes, what else to ask, and the source', () => {
    const { card, text, pages } = draw(anAnswer([part]))
    expect(shownTexts(card.body)).toEqual([
      'It is windy.',
      '•',
      'It blows.',
      'Note: Two sources disagree.',
      'You can also ask: Is it cold? · Why?',
      'Source: Wind pages, 900:1 (as of 2021)',
    ])
    expect(text).toBe(toPlainText(anAnswer([part])))
    expect(pages).toBe(1)
  })

  test('is a card of the version that Teams draws, as wide as the chat, with a text in its place', () => {
    expect(draw(anAnswer([part], 'fr')).card).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'fr',
      msteams: { width: 'Full' },
      fallbackText: toPlainText(anAnswer([part], 'fr')),
    })
  })

  test('sets its notes apart', () => {
    expect(elementsOf(draw(anAnswer([part])).card, 'Container').map(({ style }) => style)).toEqual(['emphasis'])
  })

  test('puts related facts under their heading', () => {
    const unknown = aPart({ status: 'unknown', lead: 'I do not know.', facts: ['It blows.'], related: true })
    expect(textsOf(anAnswer([unknown])).slice(0, 4)).toEqual(['I do not know.', 'What they do say:', '•', 'It blows.'])
    expect(elementsOf(draw(anAnswer([unknown])).card, 'TextBlock')).toMatchObject([{ style: 'heading', wrap: true }])
  })

  test('offers the calendar file of a meeting to come, below what is said of it', () => {
    const parts = [aPart({ meeting: 'council' }), aPart()]
    const calendarLink = () => 'https://focal.example/calendar.ics?event=council'
    const { card } = draw(anAnswer(parts, 'es'), { offers: { calendarLink } })
    expect(card.body.map(({ type }) => type).slice(0, 3)).toEqual(['RichTextBlock', 'ActionSet', 'RichTextBlock'])
    expect(card.body[1]).toMatchObject({
      actions: [{ type: 'Action.OpenUrl', title: 'Añadir al calendario', url: calendarLink() }],
    })
    expect(elementsOf(draw(anAnswer(parts)).card, 'ActionSet')).toEqual([])
  })

  test('draws a line between two questions, each with its source', () => {
    const { body } = draw(anAnswer([aPart(), aPart({ lead: 'It is cold.' })])).card
    expect(body.map(({ separator }) => separator ?? false)).toEqual([false, false, true, false])
  })

  test.each([
    [6, '2021', 'Looked in 6 documents, the newest as of 2021', 'several'],
    [1, undefined, 'Looked in 1 document', 'one without a date'],
  ])('without a source says where was looked: %i documents as of %s', (documents, knowledgeAsOf, line, _why) => {
    expect(textsOf(anAnswer([aPart({ sources: [] })]), { documents, knowledgeAsOf })).toContain(line)
  })

  test.each([
    ['en', 'Source: Wind pages, 900:1 (as of 2021)', 'Share with everyone here'],
    ['fr', 'Source : Wind pages, 900:1 (à jour en 2021)', 'Partager avec tous ici'],
    ['es', 'Fuente: Wind pages, 900:1 (a fecha de 2021)', 'Compartir con todos aquí'],
  ] as const)('speaks %s', (language, line, share) => {
    expect(textsOf(anAnswer([aPart()], language), { canShare: true })).toEqual(expect.arrayContaining([line, share]))
  })

  test('links addresses in what it knows, but not in what the person wrote', () => {
    const text = 'Write to office@example.org or see https://example.org.'
    const linksOf = (more: Parameters<typeof aPart>[0]) =>
      elementsOf(draw(anAnswer([aPart(more)])).card, 'Action.OpenUrl').map(({ url }) => url)
    expect(linksOf({ lead: text })).toEqual(['mailto:office@example.org', 'https://example.org'])
    expect(linksOf({ lead: `Nothing about “${text}”`, status: 'unknown' })).toEqual([])
  })

  test.each([
    '**b** _i_',
    '[x](javascript:alert(1))',
    '<at>everyone</at>',
    '&lt;',
    '# h',
    '1. x',
    '- x',
    '{{DATE(x)}}',
  ])('shows %j as written, wherever it stands', (text) => {
    const hostile = aPart({
      lead: text,
      facts: [text],
      notes: [text],
      suggestions: [text],
      sources: [{ ...source, document: text }],
    })
    const choices = [{ label: text, question: text }]
    const answer = anAnswer([hostile, aPart({ status: 'clarify', choices })])
    const drawing = draw(answer, { asked: text, sharedBy: text })
    const shown = shownTexts(drawing.card.body).map((one) => one.replaceAll('\u2060', ''))
    expect(shown.filter((one) => one.includes(text))).toHaveLength(7)
    expect(JSON.stringify(elementsOf(drawing.card, 'TextBlock'))).not.toContain(text)
    expect(elementsOf(drawing.card, 'Action.OpenUrl')).toEqual([])
    expect(pagesViolations(answer, [drawing])).toEqual([])
  })
})

describe('choices', () => {
  const choose = (...labels: string[]) => labels.map((label) => ({ label, question: `${label}?` }))
  const which = (...labels: string[]) => anAnswer([aPart({ status: 'clarify', choices: choose(...labels) })], 'fr')

  test('are buttons that ask in full', () => {
    const buttons = buttonsOf(draw(which('North', 'South')).card)
    expect(buttons.map(({ title, verb, data }) => [title, verb, data])).toEqual([
      ['North', 'choose', { question: 'North?', language: 'fr' }],
      ['South', 'choose', { question: 'South?', language: 'fr' }],
    ])
  })

  test('are written out with numbers when a label is too long for a button', () => {
    const long = 'Regional consultation for Latin America and the Caribbean'
    expect(textsOf(which('North', long))).toEqual(expect.arrayContaining(['1. North', `2. ${long}`]))
    expect(titlesOf(which('North', long))).toEqual(['1. North', '2. Regional consultation for Latin America and th…'])
  })

  test('are also what an unknown question can go on with', () => {
    const unknown = anAnswer([aPart({ status: 'unknown', suggestions: ['Why?'] })])
    expect(textsOf(unknown)).toContain('These I can answer:')
    expect(titlesOf(unknown)).toEqual(['Why?'])
  })
})

describe('around an answer', () => {
  test('a private one repeats the question and can be shared', () => {
    expect(textsOf(anAnswer(), { asked: 'wind', canShare: true })[0]).toBe('Question: wind')
    expect(buttonsOf(draw(anAnswer(), { canShare: true }).card)).toMatchObject([
      { verb: 'share', data: { answerId: 'answer-1' } },
    ])
  })

  test('a shared one names who shared it, and cannot be shared again', () => {
    const view = { asked: 'wind', canShare: true, sharedBy: 'Amina' }
    expect(textsOf(anAnswer(), view)[0]).toBe('Amina shared this answer to: wind')
    expect(textsOf(anAnswer(), { sharedBy: 'Amina' })[0]).toBe('Amina shared this answer')
    expect(titlesOf(anAnswer(), view)).toEqual([])
  })

  const withContact = (contact: string) => aPart({ contact })

  test('whom to write to is a button that asks for it', () => {
    const [contact] = buttonsOf(draw(anAnswer([withContact('Whom do I write to?')])).card)
    expect(contact).toMatchObject({
      title: 'Contact',
      tooltip: 'Whom do I write to?',
      verb: 'contact',
      data: { question: 'Whom do I write to?', language: 'en' },
    })
  })

  test.each<[string[], string[], string]>([
    [['Who?', 'Who?'], ['Contact'], 'the same for both parts'],
    [['Who for A?', 'Who for B?'], ['Who for A?', 'Who for B?'], 'told apart by what they ask'],
    [['Who?', 'x'.repeat(300)], ['Contact'], 'too long for a button'],
  ])('contacts %j are %j (%s)', (contacts, titles) => {
    expect(titlesOf(anAnswer(contacts.map(withContact)))).toEqual(titles)
  })
})

describe('a long answer', () => {
  const facts = Array.from({ length: 200 }, (_, i) => `Contact ${i}: office${i}@example.org`)
  const long = anAnswer([aPart({ facts, isList: true })])

  test('fills pages one after the other, and turns them', () => {
    const drawings = allPages(long)
    const turns = drawings.map(({ card }) =>
      buttonsOf(card).map(({ title, data }) => [title, 'page' in data ? data.page : undefined]),
    )
    const last = drawings.length - 1
    expect(last).toBeGreaterThan(1)
    expect(turns[0]).toEqual([['More', 1]])
    expect(turns[1]).toEqual([
      ['Back', 0],
      ['More', 2],
    ])
    expect(turns[last]).toEqual([['Back', last - 1]])
    expect(shownTexts(drawings[1]?.card.body ?? [])).toContain(`Page 2 of ${last + 1}`)
  })

  test('names its source once on every page', () => {
    const named = allPages(long).map(
      ({ card }) => shownTexts(card.body).filter((text) => text.startsWith('Source: ')).length,
    )
    expect(new Set(named)).toEqual(new Set([1]))
  })

  test('loses nothing and repeats nothing', () => {
    expect(heldByPages(allPages(long))).toEqual(heldBy(long))
    expect(pagesViolations(long, allPages(long))).toEqual([])
  })

  test.each([
    [99, 'beyond the last'],
    [Number.POSITIVE_INFINITY, 'endless'],
  ])('shows the last page for %d (%s)', (page) => {
    expect(draw(long, { page })).toEqual(allPages(long).at(-1))
  })

  test.each([
    [-1, 'before the first'],
    [Number.NaN, 'no number'],
    [0.5, 'a half'],
  ])('shows the first page for %d (%s)', (page) => {
    expect(draw(long, { page })).toEqual(allPages(long)[0])
  })

  test('has the same pages whether it can be shared or not', () => {
    const toldBy = (canShare: boolean) =>
      // Another object each time, as pages are remembered for one.
      allPages(structuredClone(long), aView({ canShare })).map((page) => heldByPages([page]).told)
    expect(toldBy(true)).toEqual(toldBy(false))
  })

  test('is told in short beside each page', () => {
    for (const { text, card } of allPages(long)) {
      expect(text.startsWith('It is windy.\n• Contact 0')).toBe(true)
      expect(text.length).toBeLessThan(2000)
      expect(card.fallbackText.length).toBeLessThan(500)
    }
  })
})
