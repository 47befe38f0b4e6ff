import { describe, expect, test } from 'vitest'
import {
  parseChooseValue,
  parseFeedbackValue,
  parsePageValue,
} from '../../../../adapters/slack/drawing/control-values.ts'
import { jsonBytes } from '../../../../adapters/slack/drawing/paginate.ts'
import { type AnswerView, renderAnswer } from '../../../../adapters/slack/drawing/render-answer.ts'
import { toPlainText } from '../../../../src/answers/plain-text.ts'
import { anAnswer, aPart, source } from '../../chat/an-answer.ts'
import { checkMessage, checkView } from '../fake/block-check.ts'
import { allPages, aView, bulletText, elementsOf, shownTexts } from './an-answer.ts'

const draw = (...[answer = anAnswer(), view = {}]: [answer?: ReturnType<typeof anAnswer>, view?: object]) =>
  renderAnswer(answer, aView(view))
const types = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type)

describe('an answer', () => {
  test('shows the lead, facts, notes, what else to ask, the source, and asks whether it helped', () => {
    const part = aPart({ facts: ['It blows.'], notes: ['Two sources disagree.'], suggestions: ['Is it cold?', 'Why?'] })
    const { blocks, text, pages } = draw(anAnswer([part]))
    expect(types(blocks)).toEqual(['rich_text', 'rich_text', 'rich_text', 'context', 'context', 'context_actions'])
    expect(shownTexts(blocks)).toEqual([
      'It is windy.',
      'It blows.',
      'Note: ',
      'Two sources disagree.',
      'You can also ask: Is it cold? · Why?',
      'Source: Wind pages, 900:1 (as of 2021)',
      'Helpful',
      'Not helpful',
    ])
    expect(text).toBe(toPlainText(anAnswer([part])))
    expect(pages).toBe(1)
  })

  test.each([
    [{ facts: ['It blows.'] }, true, 'more follows'],
    [{}, false, 'nothing follows'],
    [{ facts: ['It blows.'], lead: 'Windy. '.repeat(50) }, false, 'it is long'],
    [{ facts: ['It blows.'], status: 'unknown' }, false, 'it is no answer'],
  ] as const)('has with %j a bold lead: %s (%s)', (part, bold, _why) => {
    const [lead] = draw(anAnswer([aPart(part)])).blocks
    expect(elementsOf(lead, 'text').every(({ style }) => style !== undefined)).toBe(bold)
  })

  test('puts related facts under their heading', () => {
    const part = aPart({ status: 'unknown', lead: 'I do not know.', facts: ['It blows.'], related: true })
    expect(shownTexts(draw(anAnswer([part])).blocks).slice(0, 3)).toEqual([
      'I do not know.',
      'What they do say:',
      'It blows.',
    ])
  })

  test('offers what can be done with a meeting to come, below what is said of it', () => {
    const parts = [aPart({ meeting: 'council' }), aPart()]
    const offers = { calendarLink: () => 'https://focal.example/calendar.ics?event=council', canRemind: true }
    const { blocks, text } = draw(anAnswer(parts, 'fr'), { offers })
    expect(types(blocks).slice(0, 4)).toEqual(['rich_text', 'actions', 'context', 'divider'])
    expect(elementsOf(blocks[1], 'button')).toMatchObject([
      { text: { text: 'Me le rappeler' }, value: JSON.stringify({ meeting: 'council', language: 'fr' }) },
      { text: { text: 'Ajouter à l’agenda' }, url: 'https://focal.example/calendar.ics?event=council' },
    ])
    expect(text).toBe(toPlainText(anAnswer(parts, 'fr')))
    expect(elementsOf(draw(anAnswer(parts)).blocks, 'actions')).toEqual([])
  })

  test('draws a line between two questions, each with its source', () => {
    const { blocks } = draw(anAnswer([aPart(), aPart({ lead: 'It is cold.' })]))
    expect(types(blocks)).toEqual(['rich_text', 'context', 'divider', 'rich_text', 'context', 'context_actions'])
  })

  test.each([
    [6, '2021', 'Looked in 6 documents, the newest as of 2021', 'several'],
    [1, undefined, 'Looked in 1 document', 'one without a date'],
  ])('without a source says where was looked: %i documents as of %s', (documents, knowledgeAsOf, line, _why) => {
    const { blocks } = draw(anAnswer([aPart({ sources: [] })]), { documents, knowledgeAsOf })
    expect(shownTexts(blocks)).toContain(line)
  })

  test.each([
    ['en', 'Source: Wind pages, 900:1 (as of 2021)', 'Helpful'],
    ['fr', 'Source : Wind pages, 900:1 (à jour en 2021)', 'Utile'],
    ['es', 'Fuente: Wind pages, 900:1 (a fecha de 2021)', 'Útil'],
  ] as const)('speaks %s', (language, line, thumb) => {
    expect(shownTexts(draw(anAnswer([aPart()], language)).blocks)).toEqual(expect.arrayContaining([line, thumb]))
  })

  test('links addresses in what it knows, but not in what the person wrote', () => {
    const text = 'Write to office@example.org or see https://example.org.'
    const known = draw(anAnswer([aPart({ lead: text, facts: [text] })])).blocks
    expect(elementsOf(known, 'link').map(({ url }) => url)).toEqual([
      'mailto:office@example.org',
      'https://example.org',
      'mailto:office@example.org',
      'https://example.org',
    ])
    const unknown = draw(anAnswer([aPart({ lead: `Nothing about “${text}”`, status: 'unknown' })])).blocks
    expect(elementsOf(unknown, 'link')).toEqual([])
  })

  test.each(['<!channel>', '<@U1>', '*_~`', '&lt;', '<javascript:alert(1)|x>', '|', ':tada:', '> quote', '<#C1|x>'])(
    'shows %j as written, wherever it stands',
    (text) => {
      const part = aPart({
        lead: text,
        facts: [text],
        notes: [text],
        suggestions: [text],
        sources: [{ ...source, document: text }],
      })
      const choices = [{ label: text, question: text }]
      const drawing = draw(anAnswer([part, aPart({ status: 'clarify', choices })]), { asked: text, sharedBy: 'U2' })
      expect(shownTexts(drawing.blocks).filter((shown) => shown.includes(text))).toHaveLength(7)
      expect(elementsOf(drawing.blocks, 'mrkdwn')).toEqual([])
      expect(elementsOf(drawing.blocks, 'plain_text').filter(({ emoji }) => emoji !== false)).toEqual([])
      expect(elementsOf(drawing.blocks, 'user')).toEqual([{ type: 'user', user_id: 'U2' }])
      expect(elementsOf(drawing.blocks, 'broadcast')).toEqual([])
      expect(drawing.text).not.toMatch(/<|>|&(?!amp;|lt;|gt;)/)
      expect(checkMessage(drawing)).toEqual([])
    },
  )
})

describe('choices', () => {
  const labelsOf = (blocks: readonly unknown[]) =>
    elementsOf(blocks, 'button').map(({ text }) => (text as { text: string }).text)
  const choose = (labels: readonly string[]) => labels.map((label) => ({ label, question: `${label}?` }))

  test('are buttons that ask in full', () => {
    const { blocks } = draw(anAnswer([aPart({ status: 'clarify', choices: choose(['North', 'South']) })], 'fr'))
    const buttons = elementsOf(blocks, 'button')
    expect(buttons.map(({ action_id }) => action_id)).toEqual(['focal.choose.0', 'focal.choose.1'])
    expect(buttons.map(({ value }) => parseChooseValue(value))).toEqual([
      { question: 'North?', language: 'fr' },
      { question: 'South?', language: 'fr' },
    ])
    expect(labelsOf(blocks)).toEqual(['North', 'South'])
  })

  test('are written out with numbers when a label is too long for a button', () => {
    const long = 'Regional consultation for Latin America and the Caribbean'
    const { blocks } = draw(anAnswer([aPart({ status: 'clarify', choices: choose(['North', long]) })]))
    expect(shownTexts(blocks)).toEqual(expect.arrayContaining(['1. North', `2. ${long}`]))
    expect(labelsOf(blocks)).toEqual(['1. North', '2. Regional consultation for…'])
    expect(elementsOf(blocks, 'button').at(-1)).toMatchObject({ accessibility_label: `2. ${long}` })
  })

  test('are written out without a button when the question is longer than one can carry', () => {
    const choices = [...choose(['North']), { label: 'South', question: 'south '.repeat(400) }]
    const { blocks } = draw(anAnswer([aPart({ status: 'clarify', choices })]))
    expect(shownTexts(blocks)).toEqual(expect.arrayContaining(['1. North', '2. South']))
    expect(labelsOf(blocks)).toEqual(['1. North'])
  })

  test('are also what an unknown question can go on with', () => {
    const { blocks } = draw(anAnswer([aPart({ status: 'unknown', suggestions: ['Why?'] })]))
    expect(shownTexts(blocks)).toContain('These I can answer:')
    expect(labelsOf(blocks)).toEqual(['Why?'])
  })

  test('have action ids of their own in the whole message', () => {
    const part = aPart({ status: 'unknown', choices: choose(['a', 'b']), suggestions: ['c'] })
    const ids = elementsOf(draw(anAnswer([part, part])).blocks, 'button').map(({ action_id }) => action_id)
    expect(new Set(ids).size).toBe(6)
  })
})

describe('around an answer', () => {
  test('a private one repeats the question and can be shared', () => {
    const { blocks } = draw(anAnswer(), { asked: 'wind', canShare: true })
    expect(shownTexts(blocks)[0]).toBe('Question: wind')
    expect(elementsOf(blocks, 'button')).toMatchObject([{ action_id: 'focal.share' }])
  })

  test('a shared one names who shared it, and cannot be shared again', () => {
    const { blocks } = draw(anAnswer(), { asked: 'wind', canShare: true, sharedBy: 'U2' })
    expect(elementsOf(blocks[0], 'user')).toEqual([{ type: 'user', user_id: 'U2' }])
    expect(shownTexts(blocks)[0]).toBe(' shared this answer to: wind')
    expect(elementsOf(blocks, 'button')).toEqual([])
  })

  test.each(['context_actions', 'buttons'] as const)('feedback is asked for with %s', (feedback) => {
    const { blocks } = draw(anAnswer(), { feedback })
    const values = [...JSON.stringify(blocks).matchAll(/"value":("(?:[^"\\]|\\.)*")/g)]
    expect(values.map(([, value]) => parseFeedbackValue(JSON.parse(value ?? '')))).toEqual(
      ['up', 'down'].map((verdict) => {
        return { answerId: 'answer-1', intent: 'role', status: 'answered', language: 'en', verdict }
      }),
    )
    expect(checkView({ type: 'home', blocks })).toHaveLength(feedback === 'buttons' ? 0 : 1)
  })
})

describe('a long answer', () => {
  const facts = Array.from({ length: 200 }, (_, i) => `Contact ${i}: office${i}@example.org`)
  const long = anAnswer([aPart({ facts, isList: true })])

  test('fills pages one after the other, and turns them', () => {
    const drawings = allPages(long)
    const turns = drawings.map(({ blocks }) =>
      elementsOf(blocks, 'button').map(({ action_id, value }) => [action_id, parsePageValue(value)?.page]),
    )
    const last = drawings.length - 1
    expect(last).toBeGreaterThan(1)
    expect(turns[0]).toEqual([['focal.page.next', 1]])
    expect(turns[1]).toEqual([
      ['focal.page.back', 0],
      ['focal.page.next', 2],
    ])
    expect(turns[last]).toEqual([['focal.page.back', last - 1]])
    expect(shownTexts(drawings[1]?.blocks)).toContain(`Page 2 of ${last + 1}`)
    expect(drawings.slice(0, -1).every(({ blocks }) => jsonBytes(blocks) > 9000)).toBe(true)
  })

  test('names its source on every page', () => {
    const named = allPages(long).map(
      ({ blocks }) => shownTexts(blocks).filter((text) => text.startsWith('Source: ')).length,
    )
    expect(new Set(named)).toEqual(new Set([1]))
  })

  test('loses nothing and repeats nothing', () => {
    expect(bulletText(allPages(long))).toBe(facts.join(''))
  })

  test('spreads one fact of 20,000 characters over pages', () => {
    const fact = 'The wind blows from the north. '.repeat(650)
    const drawings = allPages(anAnswer([aPart({ facts: [fact] })]))
    expect(drawings.length).toBeGreaterThan(2)
    expect(bulletText(drawings)).toBe(fact)
    expect(drawings.flatMap((drawing) => checkMessage(drawing))).toEqual([])
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

  test('has the text of each page beside it, cut and escaped', () => {
    const drawings = allPages(anAnswer([aPart({ facts: facts.map((fact) => `<${fact}> &`), isList: true })]))
    expect(drawings.every(({ text }) => text.length <= 4000)).toBe(true)
    expect(drawings[1]?.text).toMatch(/^• &lt;Contact \d+: office\d+@example\.org&gt; &amp;\n/)
  })

  test('leaves no heading alone at the foot of a page', () => {
    for (let length = 8600; length < 9400; length += 20) {
      const part = aPart({ status: 'unknown', lead: 'x '.repeat(length / 2), facts: ['y '.repeat(300)], related: true })
      for (const { blocks } of allPages(anAnswer([part]))) {
        const texts = shownTexts(blocks)
        const heading = texts.indexOf('What they do say:')
        expect(heading === -1 || texts[heading + 1]?.startsWith('y ')).toBe(true)
      }
    }
  })

  test('have the same pages whatever their controls are', () => {
    const facts = Array.from(
      { length: 200 },
      (_, i) => `Contact ${i}: office${i}@example.org, room ${'x'.repeat(i % 40)}.`,
    )
    const answer = anAnswer([aPart({ facts })])
    const contentOf = (more: Partial<AnswerView>) =>
      // Another object each time, as pages are remembered for one.
      allPages(structuredClone(answer), aView(more)).map(({ blocks }) => elementsOf(blocks, 'rich_text_list'))
    const usual = contentOf({})
    expect(usual.length).toBeGreaterThan(2)
    for (const more of [
      { feedback: 'buttons' },
      { canShare: true },
      { feedback: 'buttons', canShare: true },
    ] as const) {
      expect(contentOf(more)).toEqual(usual)
    }
  })
})
