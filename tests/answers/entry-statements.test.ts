import { describe, expect, test } from 'vitest'
import { statementsOf } from '../../src/answers/entry-statements.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { type Language, languages } from '../../src/knowledge/language.ts'
import { knowledge, tools } from '../intents/shipped-understanding.ts'

const all = [...knowledge.entries.values()]
/** TODO take these back in once their abbreviation is spelt out in all three languages or in none, with a source. */
const unevenlySpeltOut = ['un-hld', 'mena']
const even = all.filter((entry) => !unevenlySpeltOut.includes(entry.id))

function statements(id: string, intent: string, language: Language = 'en'): string {
  const entry = knowledge.entries.get(id)
  if (!entry) throw new Error(`no entry "${id}"`)
  const told = statementsOf(entry, { knowledge, language }).filter((statement) => statement.about.includes(intent))
  return told.map((statement) => statement.text).join(' ')
}

type Row = readonly [id: string, intent: string, expected: string | RegExp, reason: string]

const processes: readonly Row[] = [
  [
    'bali-process',
    'role',
    /participant: the Bali Process Steering group.*technical secretariat, together with UNHCR/,
    'both roles',
  ],
  ['igc', 'host', 'IOM is the administrative host: the IGC secretariat.', 'what IOM hosts'],
  ['gfmd', 'host', 'IOM is the administrative host: the GFMD Support Unit.', 'a part of the process'],
  ['colombo-process', 'role', 'IOM serves as technical secretariat, since its inception.', 'since when'],
  [
    'acp-eu-dialogue',
    'partner',
    /, through ACP-EU Migration Action.*, in consultation with ACP Secretariat.* and EC/,
    'two ways of sharing',
  ],
  ['five-plus-five', 'partner', /in consultation with .* and .*PAM/, 'two partners in one way'],
  ['midsa', 'partner', /together with Southern African Migration Programme/, 'the partner in brackets'],
  ['puebla-process', 'partner', /names no other organisation beside IOM/, 'no partner is an answer too'],
  ['igad-rcp', 'describe', /It is a regional process\./, 'the scope, where a source states it'],
  ['idm', 'head', /IOM leads the process\./, 'who leads it'],
  ['budapest-process', 'secretariat', '', 'an observer knows nothing of a secretariat'],
]

const events: readonly Row[] = [
  ['rcsc-asia', 'when', 'Date: 4–5 August 2017.', 'two days'],
  ['rcsc-us-canada', 'when', /25–26 September \(the source gives no year\)/, 'no year'],
  ['global-rcp-meeting-2009', 'when', 'Date: 2009 (the source gives no day).', 'only a year'],
  ['iml-course-sanremo', 'when', '', 'no date: the course is yearly'],
  ['iml-course-sanremo', 'describe', /once a year; the source gives no dates/, 'yearly'],
  ['rcsc-asia', 'where', 'Place: Bangkok, Thailand.', 'city and country'],
  ['idm-2017-workshop-1', 'venue', /United Nations Headquarters, Conference Room 1, New York/, 'the room'],
  ['rcsc-asia', 'venue', '', 'a city is no venue'],
  ['rcsc-asia', 'organiser', /MFA \(Migrant Forum in Asia\)/, 'by whom'],
  ['rcsc-asia', 'contact', /mfa@mfasia\.org/, 'an address without a person'],
  ['global-rcp-meeting-2011', 'contact', /Maureen Achieng.*\+41 79 829 7136/, 'a person with a phone'],
  ['global-rcp-meeting-2011', 'opener', /Ministry of Home Affairs/, 'a fact of the file'],
]

const others: readonly Row[] = [
  ['idm-2014', 'theme', /^IDM 2014, theme: Human Mobility and Development/, 'the theme of a year'],
  ['idm-2018', 'theme', /^IDM 2018: the source prints no theme, only these items: Inclusive/, 'no theme'],
  ['idm-2012', 'workshops', /^Workshops in 2012 \(3\): Migrants in Times of Crisis/, 'nothing but workshops'],
  ['idm-2010', 'workshops', /^Workshops and other items in 2010/, 'a council session as well'],
  ['mrs-38', 'describe', /^MRS 38: An Assessment of Principal Regional Consultative Processes on Migration/, 'a title'],
  ['mpd', 'head', /^Head: Maurizio Busatti/, 'who heads a unit'],
  ['mpd', 'contact', /^Contacts \(5\): /, 'its contacts'],
  ['mpd', 'founded', 'Established: 2015.', 'a year'],
  ['maurizio-busatti', 'contact', 'E-mail: mbusatti@iom.int.', 'a person'],
  [
    'contact-rcsc-asia',
    'job-title',
    /contact for Regional Civil Society Consultation for Asia \(Bangkok\)/,
    'nobody is named',
  ],
  ['iom-headquarters', 'address', /17 Route des Morillons/, 'an office'],
  ['iscm', 'expansion', /^ISCM stands for Inter-State Consultation Mechanism/, 'a term'],
  ['modalities-resolution', 'document-number', /A\/71\/L\.58/, 'a symbol'],
  ['unhcr', 'partner', 'Named beside IOM in: Almaty Process and Bali Process.', 'an organisation by its processes'],
  ['mfa', 'organiser', /Consultation for Asia/, 'an organisation by its events'],
  ['observer', 'list-processes', /^IOM is an observer: AFML, .* and UN HLD/, 'a role by its processes'],
  ['pacific', 'where', /Nadi, Fiji/, 'a region by its consultation'],
  ['iom-presence', 'figure', /countries/, 'a figure'],
]

describe('statementsOf', () => {
  test.each([...processes, ...events, ...others])('tells of %s about "%s": %s (%s)', (id, intent, expected) => {
    if (typeof expected === 'string') expect(statements(id, intent)).toBe(expected)
    else expect(statements(id, intent)).toMatch(expected)
  })

  test.each([
    ['almaty-process', 'role', 'fr', /L’OIM assure le secrétariat technique, avec .*HCR/],
    ['almaty-process', 'role', 'es', /La OIM ejerce la secretaría técnica, junto con ACNUR/],
    ['rcsc-us-canada', 'when', 'fr', /25–26 septembre \(la source ne donne pas d’année\)/],
    ['rcsc-asia', 'where', 'es', /Lugar: Bangkok, Tailandia\./],
    ['idm-2018', 'theme', 'fr', /pas de thème/],
    ['mpd', 'head', 'es', /^Jefe: Maurizio Busatti/],
  ] as const)('tells of %s about "%s" in %s', (id, intent, language, expected) => {
    expect(statements(id, intent, language)).toMatch(expected)
  })

  test('says something of every entry in every language', () => {
    const mute = languages.flatMap((language) => all.filter((entry) => describes(entry, language).length === 0))
    // Of these two offices the source gives no more than the name, and their notes say so.
    expect(new Set(mute.map((entry) => entry.id)).difference(new Set(['iom-manila', 'iom-panama']))).toEqual(new Set())
  })

  test('is about the same, and cites the same lines, in every language', () => {
    const outline = (entry: Entry, language: Language) =>
      statementsOf(entry, { knowledge, language }).map(({ about, sources }) => [about, sources])
    const differing = even.filter((entry) => {
      const english = JSON.stringify(outline(entry, 'en'))
      return languages.some((language) => JSON.stringify(outline(entry, language)) !== english)
    })
    expect(differing.map((entry) => entry.id)).toEqual([])
  })

  test('cites a source for every sentence', () => {
    const uncited = even
      .flatMap((entry) => statementsOf(entry, { knowledge, language: 'en' }))
      .filter((s) => s.sources.length === 0)
    expect(uncited.map((statement) => statement.text)).toEqual([])
  })

  test('holds of every entry exactly what its statements tell', () => {
    const intents = [...knowledge.intents.keys()]
    for (const entry of even) {
      const told = new Set(statementsOf(entry, { knowledge, language: 'fr' }).flatMap((statement) => statement.about))
      const held = intents.filter((intent) => tools.holds(intent, entry))
      expect([entry.id, held]).toEqual([entry.id, intents.filter((intent) => told.has(intent))])
    }
  })
})

function describes(entry: Entry, language: Language) {
  return statementsOf(entry, { knowledge, language }).filter((statement) => statement.about.includes('describe'))
}
