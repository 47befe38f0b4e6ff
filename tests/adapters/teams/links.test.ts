import { expect, test } from 'vitest'
import type { Contact } from '../../../src/knowledge/knowledge.ts'
import { aContact, aSmallKnowledge } from '../../intents/small-knowledge.ts'
import { focalPointOver, learn, ownFocalPoint } from '../own-focal-point.ts'
import { anInvoke, aPastedLink } from './fake/activities/invoke.ts'
import { type Fields, objectIn, objectsIn } from './fake/fields.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { textOf } from './shown-card.ts'

/** The page that the shipped knowledge names. */
const page = 'http://www.iom.int/jahia/Jahia/regional-consultative-processes/lang/en'

/** What is shown of a pasted link: the text of each card. */
async function unfurl({ teams, send }: RunningAdapter, url: string, locale?: string): Promise<string[]> {
  return cardsIn(await send(aPastedLink(teams, { place: 'channel', url, locale })))
}

function cardsIn({ status, body }: { readonly status: number; readonly body: unknown }): string[] {
  const shown = objectIn(body as Fields, 'composeExtension')
  expect({ status, type: shown.type }).toEqual({ status: 200, type: 'result' })
  return objectsIn(shown, 'attachments').map((card) => textOf(objectIn(card, 'content')))
}

const spellings: readonly (readonly [url: string, why: string])[] = [
  [page, 'as the source prints it'],
  [page.replace('http:', 'https:'), 'over https'],
  [page.replace('www.iom.int', 'WWW.IOM.int'), 'with a host in capitals'],
  [`${page}/`, 'with a slash at its end'],
  [`${page}#events`, 'with a place on it'],
]

test.each(spellings)('the link %s is shown with what its page is about: %s', async (url) => {
  await using running = await startAdapter()
  const shown = await unfurl(running, url)
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatch(/^Maureen Achieng: contact for .*Source: IOM press note/s)
})

test('it is shown in the language of the person, with a thumbnail', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  const answer = await send(aPastedLink(teams, { place: 'personal', url: page, locale: 'fr-FR' }))
  expect(cardsIn(answer)[0]).toMatch(/Source : /)
  const [card = {}] = objectsIn(objectIn(answer.body as Fields, 'composeExtension'), 'attachments')
  expect(card.preview).toMatchObject({ contentType: 'application/vnd.microsoft.card.thumbnail' })
})

const others: readonly (readonly [url: string, why: string])[] = [
  ['https://www.iom.int/news', 'another page of the same host'],
  [`${page}?lang=fr`, 'another version of the page'],
  ['https://www.iom.int/Maureen-Achieng', 'a page whose address names somebody we know'],
  ['https://example.org/jahia/Jahia/regional-consultative-processes/lang/en', 'another host'],
  ['https://iom.int/jahia/Jahia/regional-consultative-processes/lang/en', 'a host that is not named'],
  ['https://www.iom.int.example.org/jahia/Jahia/regional-consultative-processes/lang/en', 'a lookalike'],
  ['https://www.iom.int@example.org/', 'a host in the place of a user'],
  ['ftp://www.iom.int/jahia/Jahia/regional-consultative-processes/lang/en', 'no page of the web'],
  ['javascript:alert(1)', 'a script'],
  ['www.iom.int', 'no address'],
  ['', 'nothing'],
]

test.each(others)('the link "%s" stays as it is: %s', async (url) => {
  await using running = await startAdapter()
  expect(await unfurl(running, url)).toEqual([])
})

test.each([undefined, null, 'x', {}, { url: 7 }, { url: null }])('a link told as %j stays as it is', async (value) => {
  await using running = await startAdapter()
  const { teams, send } = running
  const name = 'composeExtension/queryLink'
  expect(cardsIn(await send(anInvoke(teams, { place: 'personal', name, value })))).toEqual([])
})

/** An assistant that knows contacts and their pages, and nothing else. */
function knowingPages(...contacts: readonly Contact[]) {
  const sources = new Map([['900', { id: '900', title: 'Wind pages', asOf: '2021' }]])
  return focalPointOver(learn(aSmallKnowledge({ entries: contacts, sources })))
}

test('of several pages of a host each is shown with its own contact, whatever that is called', async () => {
  const [ana, ben, cleo] = [
    aContact('Ana Heron', { website: 'https://birds.example.org/' }),
    aContact('Ben Stork', { website: 'https://birds.example.org/de/storks?tag=a&tag=b' }),
    aContact('Cleo Egret', { website: 'https://birds.example.org/de/storks' }),
  ]
  await using running = await startAdapter({ focalPoint: knowingPages(ana, ben, cleo) })
  for (const { website = '', person = '' } of [ana, ben, cleo]) {
    const shown = await unfurl(running, website)
    expect(shown).toHaveLength(1)
    expect(shown[0]).toContain(person)
  }
})

test('while nothing can be looked up a link stays as it is', async () => {
  const focalPoint = { ...ownFocalPoint(), find: () => Promise.reject(new Error('away')) }
  await using running = await startAdapter({ focalPoint })
  expect(await unfurl(running, page)).toEqual([])
})
