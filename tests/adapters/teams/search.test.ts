import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import type { AdaptiveCard } from '../../../adapters/teams/drawing/card-elements.ts'
import { words } from '../../../adapters/teams/drawing/wording.ts'
import { ownFocalPoint, slowFocalPoint } from '../own-focal-point.ts'
import { checkCard } from './drawing/card-check.ts'
import { anInvoke, aSearch } from './fake/activities/invoke.ts'
import { type Fields, objectIn, objectsIn, textIn } from './fake/fields.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { buttonsOf, textOf } from './shown-card.ts'

type Searched = {
  readonly text?: string
  readonly locale?: string
  readonly parameter?: string
  readonly commandId?: string
  readonly skip?: number
}

/** What the box shows for a search. */
async function search({ teams, send }: RunningAdapter, searched: Searched): Promise<Fields> {
  return shownIn(await send(aSearch(teams, { place: 'personal', ...searched })))
}

/** The same with a value made by hand. */
async function searchWith({ teams, send }: RunningAdapter, value: unknown): Promise<Fields> {
  return shownIn(await send(anInvoke(teams, { place: 'personal', name: 'composeExtension/query', value })))
}

function shownIn({ status, body }: { readonly status: number; readonly body: unknown }): Fields {
  expect(status).toBe(200)
  return objectIn(body as Fields, 'composeExtension')
}

/** What the list shows of each result. */
function previewsIn(shown: Fields): Fields[] {
  return objectsIn(shown, 'attachments').map((hit) => objectIn(hit, 'preview'))
}

function titlesIn(shown: Fields): string[] {
  return previewsIn(shown).map((preview) => textIn(objectIn(preview, 'content'), 'title') ?? '')
}

describe('a search', () => {
  test('that has just been opened suggests what there is', async () => {
    await using running = await startAdapter()
    const shown = await search(running, {})
    expect(shown).toMatchObject({ type: 'result', attachmentLayout: 'list' })
    expect(titlesIn(shown)).toHaveLength(10)
  })

  test('finds what is typed, half a word too, with a thumbnail in the list and a card for the message', async () => {
    await using running = await startAdapter()
    const shown = await search(running, { text: 'bali proc' })
    const [hit = {}] = objectsIn(shown, 'attachments')
    expect(hit).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'Bali Process' } },
    })
    const card = objectIn(hit, 'content')
    expect(textOf(card)).toMatch(/Bali Process.*\n.*Source: IOM migration policy pages/s)
    expect([checkCard(card as unknown as AdaptiveCard), buttonsOf(card)]).toEqual([[], []])
  })

  test('for what most things are about finds 25, each with a thumbnail', async () => {
    await using running = await startAdapter()
    const previews = previewsIn(await search(running, { text: 'migration' }))
    expect(previews).toHaveLength(25)
    const kinds = new Set(previews.map(({ contentType }) => contentType))
    expect([...kinds]).toEqual(['application/vnd.microsoft.card.thumbnail'])
  })

  test.each([
    ['en-US', words.nothingFound.en],
    ['fr-FR', words.nothingFound.fr],
    ['es-MX', words.nothingFound.es],
    ['de-DE', words.nothingFound.en],
  ])('that finds nothing says so in the language of %s', async (locale, text) => {
    await using running = await startAdapter()
    expect(await search(running, { text: 'zzqx vlorp', locale })).toEqual({ type: 'message', text })
  })

  test('has its results in the language of the person', async () => {
    await using running = await startAdapter()
    const [hit = {}] = objectsIn(await search(running, { text: 'midsa', locale: 'fr-FR' }), 'attachments')
    expect(textOf(objectIn(hit, 'content'))).toMatch(/Source : /)
  })

  test('has one page, so that scrolling on finds nothing more', async () => {
    await using running = await startAdapter()
    expect(titlesIn(await search(running, { text: 'migration', skip: 25 }))).toEqual([])
  })
})

const parameters = [{ name: 'query', value: 'midsa' }]

/** What other clients send, and why. */
const sendings: readonly (readonly [what: string, value: unknown])[] = [
  ['no command', { parameters }],
  ['a command of an older version', { commandId: 'ask', parameters }],
  ['a parameter without a name', { parameters: [{ value: 'midsa' }] }],
  ['a parameter of another name', { parameters: [{ name: 'searchQuery', value: 'midsa' }] }],
  ['no options', { commandId: 'search', parameters }],
  ['options that are null', { commandId: 'search', parameters, queryOptions: null }],
  ['fields of the future', { commandId: 'search', parameters, queryOptions: { sort: 'date' }, state: {} }],
]

test.each(sendings)('a search with %s is answered like any other', async (_, value) => {
  await using running = await startAdapter()
  expect(titlesIn(await searchWith(running, value))[0]).toMatch(/MIDSA/)
})

test.each([
  ['nothing at all', undefined],
  ['null', null],
  ['a text', 'midsa'],
  ['no parameters', { commandId: 'search', parameters: [] }],
  ['an empty text', { parameters: [{ name: 'query', value: '' }] }],
  ['spaces', { parameters: [{ name: 'query', value: '  ' }] }],
])('a search for %s gets suggestions', async (_, value) => {
  await using running = await startAdapter()
  expect(titlesIn(await searchWith(running, value))).toHaveLength(10)
})

test.each(['personal', 'groupChat', 'channel'] as const)('searching in a %s sends nothing there', async (place) => {
  await using running = await startAdapter()
  const { teams, send } = running
  expect(titlesIn(shownIn(await send(aSearch(teams, { place, text: 'midsa' }))))).not.toEqual([])
  expect(teams.messages).toEqual([])
})

test('a search is answered within half a second', async () => {
  await using running = await startAdapter()
  // Names are indexed at the first search.
  await search(running, { text: 'bali' })
  const started = performance.now()
  for (const text of ['migration', 'regional consultative processes', 'human mobility', 'v']) {
    await search(running, { text })
  }
  expect((performance.now() - started) / 4).toBeLessThan(500)
})

test.each([
  ['en-US', notices.unavailable.en],
  ['es-ES', notices.unavailable.es],
])('a search that fails says so in the language of %s', async (locale, text) => {
  const focalPoint = { ...ownFocalPoint(), find: () => Promise.reject(new Error('away')) }
  await using running = await startAdapter({ focalPoint })
  expect(await search(running, { text: 'bali', locale })).toEqual({ type: 'message', text })
})

test('a search that takes too long says so while Teams still waits', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(promise) })
  const searching = search(running, { text: 'bali' })
  await running.clock.passSleepOf(9000)
  expect(await searching).toEqual({ type: 'message', text: notices.unavailable.en })
  resolve()
})
