import { describe, expect, test } from 'vitest'
import { type Entry, type EntryKind, entriesOf, entryOf, listOf, type Process } from '../../src/knowledge/knowledge.ts'
import { inLanguage, type Text } from '../../src/knowledge/language.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

const knowledge = loadKnowledge('knowledge')

const observer = 'observer'
const technical = 'technical-secretariat'
const support = 'secretariat-support'

/** Name as printed, then IOM's roles with their part, start and partners. */
const processes: readonly (readonly [name: string, ...roles: string[]])[] = [
  [
    'ACP-EU Dialogue on Migration',
    `${support} through acp-eu-migration-action, in-consultation-with acp-secretariat & ec`,
  ],
  ['AFML', observer],
  ['Almaty Process', `${technical} together-with unhcr`],
  ['Asia - EU Dialogue on Labour Migration', observer, technical],
  ['Bali Process', 'participant of the Bali Process Steering group', `${technical} together-with unhcr`],
  ['Budapest Process', observer],
  ['Colombo Process', `${technical} since its inception`],
  ['EU-LAC Bi-regional Dialogue on Migration', observer, `${support} together-with fiiapp`],
  ['FIBEMYD', observer],
  [
    '5+5 Dialogue on Migration in the Western Mediterranean',
    observer,
    `${support} in-consultation-with chair-in-office-5-5 & pam-secretariat`,
  ],
  ['GFMD', observer, 'administrative-host of the GFMD Support Unit'],
  ['Global RCP Meetings', 'coordinator', technical],
  ['IDM', 'leader', technical],
  ['IGAD RCP', observer, `${support} in-consultation-with igad-secretariat & auc`],
  ['IGC', 'participant', 'administrative-host of the IGC secretariat'],
  ['Intra-Regional Forum on Migration in Africa (Pan African Forum)', observer, technical],
  ['Khartoum Process', observer],
  ['MIDCAS', `${support} in-consultation-with eccas`],
  ['MIDCOM', `${support} in-consultation-with comesa`],
  ['MIDSA', `${technical} together-with southern-african-migration-programme`],
  ['MIDWA', observer, `${support} in-consultation-with ecowas`],
  ['MTM', observer],
  ['Puebla Process (RCM)', observer, technical],
  ['Rabat Process', observer],
  ['SACM', observer, technical],
  ['Tripoli Process', observer],
  ['UN HLD on International Migration and Development', observer],
]

/** What people count and list, with the number that the lists of the source have. */
const derivedLists: readonly (readonly [what: string, count: number, holds: (process: Process) => boolean])[] = [
  ['observer', 17, (process) => has(process, observer)],
  ['observer and nothing else', 8, (process) => has(process, observer) && process.roles.length === 1],
  ['observer and technical secretariat', 4, (process) => has(process, observer) && has(process, technical)],
  ['observer and secretariat support', 4, (process) => has(process, observer) && has(process, support)],
  ['technical secretariat', 10, (process) => has(process, technical)],
  ['secretariat support', 7, (process) => has(process, support)],
  ['administrative host', 2, (process) => has(process, 'administrative-host')],
  ['participant', 2, (process) => has(process, 'participant')],
  ['lead', 1, (process) => has(process, 'leader')],
  ['coordinator', 1, (process) => has(process, 'coordinator')],
  ['with UNHCR', 2, (process) => partnersOf(process).includes('unhcr')],
  ['global', 4, (process) => process.scope === 'global'],
]

/** Year, theme as printed (empty: none is printed), titles of the workshops and other items. */
const dialogues: readonly (readonly [year: number, theme: string, ...items: string[]])[] = [
  [2019, '', 'Youth and migration: Engaging youth as key partners in migration governance'],
  [
    2018,
    '',
    'Inclusive and innovative partnerships for effective global governance of migration',
    'Towards Effective Migration Governance: Partnerships for Capacity Development',
  ],
  [
    2017,
    'Strengthening international cooperation on and governance of migration towards the adoption of a global compact on migration in 2018',
    'Strengthening international cooperation on and governance of migration towards the adoption of a global compact on migration in 2018',
    'Understanding migrant vulnerabilities: A solution-based approach towards a global compact that reduces vulnerabilities and empowers migrants',
  ],
  [
    2016,
    'Follow-up and Review of Migration in the Sustainable Development Goals (SDGs)',
    'Follow-up and review of migration in the SDGs',
    'Assessing progress in the implementation process of migration related SDGs',
  ],
  [2015, '', 'Conference on Migrants and Cities'],
  [
    2014,
    'Human Mobility and Development: Emerging Trends and New Opportunities for Partnerships',
    'Migration and Families',
    'South-South Migration: Partnering Strategically for Development',
  ],
  [2013, '', 'Diaspora Ministerial Conference'],
  [
    2012,
    'Managing Migration in Crisis Situations',
    'Migrants in Times of Crisis: An Emerging Protection Challenge',
    'Protecting Migrants During Times of Crisis: Immediate Responses and Sustainable Strategies',
    'Moving to Safety: Migration Consequences of Complex Crises',
  ],
  [
    2011,
    'The Future of Migration: Building Capacities for Change',
    'Economic Cycles, Demographic Change and Migration',
    'Climate Change, Environmental Degradation and Migration',
  ],
  [
    2010,
    'Migration and Social Change',
    'Societies and Identities: The Multifaceted Impact of Migration',
    'Migration and Transnationalism: Opportunities and Challenges',
    'IDM at the IOM Council: Migration and Social Change',
  ],
  [
    2009,
    'Human Rights and Migration: Working Together for Safe, Dignified and Secure Migration',
    'Trafficking in Persons and Exploitation of Migrants: Ensuring Protection of Human Rights',
    'Effective Respect for the Human Rights of Migrants: A Shared Responsibility',
    'IDM at the IOM Council: Human Rights and Migration: Working Together for Safe, Dignified and Secure Migration',
  ],
  [
    2008,
    'Return Migration: Challenges and Opportunities',
    'Enhancing the Role of Return Migration in Fostering Development',
    'Managing Return Migration',
    'IDM at the IOM Council: Return Migration: Challenges and Opportunities',
  ],
  [
    2007,
    'Migration Management in the Evolving Global Economy',
    'Making Global Labour Mobility a Catalyst for Development',
    'Free Movement of Persons in Regional Integration Processes',
    'Expert Seminar: Migration and the Environment',
    'IDM at the IOM Council: Migration Management in the Evolving Global Economy',
  ],
  [
    2006,
    'Partnerships in Migration',
    'Migrants and the Host Society',
    'Migration and Human Resources for Health',
    'IDM at the IOM Council: Partnerships in Migration: Engaging Business and Civil Society',
  ],
  [
    2005,
    'Towards Policy Coherence on Migration',
    'Developing Capacity to Manage Migration',
    'Migration and Development',
    'IDM at the IOM Council: Towards Policy Coherence',
  ],
  [
    2004,
    'Valuing Migration',
    'Trade and Migration',
    'Health and Migration',
    'IDM at the IOM Council: Valuing Migration',
  ],
  [
    2003,
    'Migration in a Globalized World',
    'Trade and Migration',
    'Approaches to Data Collection and Data Management',
    'IDM at the IOM Council: Migration in a Globalized World',
  ],
  [
    2002,
    '',
    'Report: International Legal Norms and Migration: An Analysis',
    'Report: Compendium of Intergovernmental Organizations Active in the Field of Migration',
    'IDM at the IOM Council: Selected Policy Challenges',
  ],
  [
    2001,
    '',
    'International Dialogue on Migration on the occasion of the 50th Anniversary of IOM',
    'IDM at the IOM Council: Migration Challenges for the 21st Century',
  ],
]

const worldMigrationReports = [
  [2018, '2018 World Migration Report'],
  [2015, 'Migrants and Cities: New Partnership to Manage Mobility'],
  [2013, 'Migrant Well-being and Development'],
  [2011, 'Communicating Effectively about Migration - Special 60th Anniversary Edition'],
  [2010, 'The Future of Migration: Building Capacities for Change'],
  [2008, 'Managing Labour Mobility in the Evolving Global Economy'],
  [2005, 'Costs and Benefits of International Migration'],
  [2003, 'Managing Migration - Challenges and Responses for People on the Move'],
  [2000, 'World Migration Report'],
] as const

const researchSeries = [
  [3, 'The Role of Regional Consultative Processes in Managing International Migration'],
  [38, 'An Assessment of Principal Regional Consultative Processes on Migration'],
  [
    45,
    'Regional Inter-State Consultation Mechanisms on Migration Approaches, Recent Activities and Implications for Global Governance of Migration',
  ],
] as const

/** Region, dates (two of them printed without a year), place, address, who anchored it. */
const consultations = [
  ['asia', '2017-08-04', '2017-08-05', 'Bangkok', 'TH', 'mfa@mfasia.org', ['mfa']],
  ['mena', '2017-08-24', '2017-08-25', 'Beirut', 'LB', 'rhamati@insanlb.org', ['ccrm']],
  ['africa', '2017-08-28', '2017-08-29', 'Bamako', 'ML', 'mamadou_goita@yahoo.fr', ['panidmr', 'made-afrique']],
  [
    'us-canada',
    '--09-25',
    '--09-26',
    'Washington DC',
    'US',
    'consultation@nnirr.org',
    ['afl-cio', 'alianza-americas', 'nnirr', 'solidarity-center'],
  ],
  ['europe', '--10-02', '--10-03', 'Brussels', 'BE', 'haasen@icmc.net', ['made', 'picum']],
  [
    'latin-america-caribbean',
    '2017-10-05',
    '2017-10-06',
    'Quito',
    'EC',
    'berevrnice@gmail.com',
    ['bloque-latinoamericano'],
  ],
  ['pacific', '2017-11-02', '2017-11-03', 'Nadi', 'FJ', 'dtp@unsw.edu.au', ['piango', 'ccf']],
] as const

/** Person, title as printed (empty: none is printed), address, phone. */
const people = [
  ['Maureen Achieng', '', 'machieng@iom.int', '+41 79 829 7136'],
  ['Maurizio Busatti', 'Head, Multilateral Processes Division', 'mbusatti@iom.int', ''],
  ['Tamara Keating', 'Senior Policy and Liaison Officer', 'tkeating@iom.int', ''],
  ['David Martineau', 'Associate Policy Officer, MPD', 'dmartineau@iom.int', ''],
  ['Neha Sinha', 'Associate Migration Policy Officer, MPD', 'nsinha@iom.int', ''],
  ['Annalisa Pellegrino', 'Associate Migration Policy Officer, MPD', 'anpellegrino@iom.int', ''],
] as const

/** Other dated things: day, month or year as far as the sources print it. */
const otherDates = [
  [
    'global-rcp-meeting-2011',
    '2011-10-25',
    '2011-10-26',
    'Gaborone',
    'the two days are printed as "two-day meeting, 25 October"',
  ],
  ['idm-2017-workshop-1', '2017-04-18', '2017-04-19', 'New York', 'printed in full'],
  ['idm-2017-workshop-2', '2017-07-18', '2017-07-19', 'Geneva', 'the year comes from "two workshops in 2017"'],
  ['iml-course-sanremo', undefined, undefined, 'Sanremo', 'every year, no date is printed'],
  ['iml-course-new-york', undefined, undefined, 'New York', 'every year, no date is printed'],
  ['global-rcp-meeting-2009', undefined, undefined, undefined, 'a year and nothing else'],
  ['global-rcp-meeting-2005', undefined, undefined, undefined, 'a year and nothing else'],
] as const

const figures = [
  ['iom-member-states', '175 member states'],
  ['iom-presence', '171 countries'],
  ['iom-observer-states', '10 states'],
  ['iom-experience', '65 years'],
] as const

/** The sources use these and never say what they stand for, so neither may we. */
const neverExpanded =
  'MIDSA MIDWA MIDCAS MIDCOM IGAD AUC ECOWAS ECCAS COMESA SACM RCM AFML FIBEMYD MTM IGC PAM ACP EC EU-LAC UNODC MiGoF AFL-CIO MRS'.split(
    ' ',
  )

/** What the sources do spell out, by the id of the entry. */
const expanded = [
  ['iom', 'International Organization for Migration'],
  ['iscm', 'Inter-State Consultation Mechanism on Migration'],
  ['rcp', 'Regional Consultative Process on migration'],
  ['irf', 'Inter-Regional Forum on Migration'],
  ['idm', 'International Dialogue on Migration'],
  ['gfmd', 'Global Forum on Migration and Development'],
  ['gcm', 'global compact for safe, orderly and regular migration'],
  ['rcsc', 'Regional Civil Society Consultations'],
  ['mpd', 'Multilateral Processes Division'],
  ['ipd', 'International Partnerships Division'],
  ['iml', 'International Migration Law'],
  ['unhcr', 'United Nations High Commissioner for Refugees'],
  ['unitar', 'United Nations Institute for Training and Research'],
  ['iihl', 'International Institute of Humanitarian Law'],
  ['fiiapp', 'International and Ibero-American Foundation of Public Administration and Policies'],
  ['mfa', 'Migrant Forum in Asia'],
  ['ccrm', 'Cross-Regional Center for Refugees and Migrants'],
  ['panidmr', 'Pan-African Network in Defense of Migrants Rights'],
  ['picum', 'Platform for the International Cooperation on Undocumented Migrants'],
  ['piango', 'Pacific Islands Association of Non-Governmental Organisations'],
  ['ccf', 'Fiji Citizens Constitutional Forum'],
  ['sapmic', 'Sydney Asia Pacific Migration Center'],
  ['dtp', 'Diplomacy Training Program'],
] as const

const counts: readonly (readonly [EntryKind, number])[] = [
  ['process', 27],
  ['dialogue', 19],
  ['event', 14],
  ['publication', 20],
  ['unit', 5],
  ['contact', 16],
  ['region', 7],
  ['role', 7],
]

describe('the shipped knowledge', () => {
  test.each(counts)('has every %s', (kind, count) => {
    expect(entriesOf(knowledge, kind)).toHaveLength(count)
  })

  test('names 27 processes, each once', () => {
    const names = entriesOf(knowledge, 'process').map((process) => english(process.name))
    expect(names.toSorted()).toEqual(processes.map(([name]) => name).toSorted())
  })

  test.each(processes.map(([name, ...roles]) => ({ name, roles })))("gives IOM's roles in $name", ({ name, roles }) => {
    const process = entriesOf(knowledge, 'process').find((entry) => english(entry.name) === name)
    expect(process?.roles.map(roleInWords)).toEqual(roles)
  })

  test.each(derivedLists)('lists as %s so many processes: %i', (_, count, holds) => {
    expect(entriesOf(knowledge, 'process').filter(holds)).toHaveLength(count)
  })

  test('cites for each role the list heading and the line of the process', () => {
    for (const process of entriesOf(knowledge, 'process')) {
      for (const role of process.roles) expect(listOf(role.source).length).toBeGreaterThanOrEqual(2)
    }
  })

  test('has a dialogue for each year from 2001 to 2019', () => {
    const years = entriesOf(knowledge, 'dialogue').map((dialogue) => dialogue.year)
    expect(years.toSorted()).toEqual(Array.from({ length: 19 }, (_, i) => 2001 + i))
  })

  test.each(dialogues.map(([year, theme, ...items]) => ({ year, theme, items })))(
    'prints theme and items of the IDM $year as the source does',
    ({ year, theme, items }) => {
      const dialogue = entryOf(knowledge, 'dialogue', `idm-${year}`)
      expect(dialogue.series).toBe('idm')
      expect(dialogue.theme ?? '').toBe(theme)
      expect(dialogue.items.map((item) => item.title)).toEqual(items)
    },
  )

  test('has sessions at the IOM Council for 2001 to 2010 only', () => {
    const withSession = entriesOf(knowledge, 'dialogue').filter((dialogue) =>
      dialogue.items.some((item) => item.kind === 'council session'),
    )
    expect(withSession.map((dialogue) => dialogue.year).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => 2001 + i),
    )
  })

  test('has the nine World Migration Reports with their titles as printed', () => {
    const reports = entriesOf(knowledge, 'publication').filter((publication) => publication.series === 'wmr')
    expect(reports.map(({ year, title }) => [year, title])).toEqual(worldMigrationReports)
  })

  test('has three numbers of the Migration Research Series, without a date', () => {
    const papers = entriesOf(knowledge, 'publication').filter((publication) => publication.series === 'mrs')
    expect(papers.map(({ number, title }) => [number, title])).toEqual(researchSeries)
    expect(papers.map(({ year }) => year)).toEqual([undefined, undefined, undefined])
  })

  test.each(consultations)('has the consultation of %s', (region, starts, ends, city, country, email, anchors) => {
    const [consultation, ...others] = entriesOf(knowledge, 'event').filter(
      (event) => event.series === 'rcsc' && event.region === region,
    )
    expect(others).toEqual([])
    expect(consultation).toMatchObject({ starts, ends, place: { country } })
    expect(english(consultation?.place?.city)).toBe(city)
    expect(consultation?.contacts?.map((id) => entryOf(knowledge, 'contact', id).email)).toEqual([email])
    expect(
      consultation?.organisers?.filter(({ as }) => as === 'anchor').map(({ organisation }) => organisation),
    ).toEqual(anchors)
  })

  test('puts no name to an address that is printed without one', () => {
    const nameless = entriesOf(knowledge, 'contact').filter((contact) => contact.id.startsWith('contact-rcsc-'))
    expect(nameless).toHaveLength(7)
    expect(nameless.filter((contact) => contact.person)).toEqual([])
  })

  test.each(otherDates)('dates %s from %s to %s in %s (%5$s)', (id, starts, ends, city) => {
    const event = entryOf(knowledge, 'event', id)
    expect([event.starts, event.ends]).toEqual([starts, ends])
    expect(event.place && english(event.place.city)).toBe(city)
  })

  test('dates nothing after 2017', () => {
    const dated = entriesOf(knowledge, 'event').flatMap((event) => event.starts ?? [])
    expect(dated.length).toBeGreaterThan(0)
    expect(dated.filter((starts) => starts.slice(0, 4) > '2017')).toEqual([])
  })

  test.each(people)('has %s with title "%s", %s and phone "%s"', (person, title, email, phone) => {
    const contact = entriesOf(knowledge, 'contact').find((entry) => entry.person === person)
    expect(contact).toMatchObject({ email })
    expect(english(contact?.title)).toBe(title)
    expect(contact?.phone ?? '').toBe(phone)
  })

  test('names nobody else', () => {
    const named = entriesOf(knowledge, 'contact').flatMap((contact) => contact.person ?? [])
    expect(named.toSorted()).toEqual(people.map(([person]) => person).toSorted())
  })

  test('has the address and the phone of IOM headquarters', () => {
    const headquarters = entryOf(knowledge, 'contact', 'iom-headquarters')
    expect(english(headquarters.address)).toBe('17 Route des Morillons 1218 Grand-Saconnex Switzerland')
    expect(headquarters.phone).toBe('+41 22 717 9111')
  })

  test('knows MPD by its year, its head and its five contacts', () => {
    const { established, head, contacts } = entryOf(knowledge, 'unit', 'mpd')
    expect([established, head, contacts?.length]).toEqual(['2015', 'maurizio-busatti', 5])
  })

  test.each(figures)('states for %s: %s', (id, words) => {
    expect(english(entryOf(knowledge, 'figure', id).statement)).toContain(words)
  })

  test.each([
    ['modalities-resolution', 'A/71/L.58', undefined],
    ['new-york-declaration', 'A/70/L.61', '2016-09-19'],
  ])('has document %s as %s, adopted %s', (id, symbol, adopted) => {
    expect(entryOf(knowledge, 'document', id)).toMatchObject({ symbol, ...(adopted && { adopted }) })
  })

  test.each(neverExpanded)('does not say what %s stands for', (abbreviation) => {
    const bearing = [...knowledge.entries.values()].filter((entry) => namesIn(entry).includes(abbreviation))
    expect(bearing).not.toEqual([])
    expect(bearing.filter((entry) => 'fullName' in entry && entry.fullName)).toEqual([])
  })

  test.each(expanded)('says what %s stands for: %s', (id, fullName) => {
    const entry = knowledge.entries.get(id)
    expect(entry && 'fullName' in entry ? english(entry.fullName) : undefined).toBe(fullName)
  })

  test('cites for every entry, fact and role a source and lines of it', () => {
    const citations = [...knowledge.entries.values()].flatMap(citationsOf)
    expect(citations.length).toBeGreaterThan(500)
    const bad = citations.filter(
      (citation) => !/^00[0-4]:[1-9]\d*(-[1-9]\d*)?$/.test(citation) || runsBackwards(citation),
    )
    expect(bad).toEqual([])
  })

  test('cites every source', () => {
    const cited = new Set([...knowledge.entries.values()].flatMap(citationsOf).map((citation) => citation.slice(0, 3)))
    expect([...cited].toSorted()).toEqual([...knowledge.sources.keys()].toSorted())
  })

  test('writes every text in all three languages or in one that holds in all', () => {
    const texts = [...knowledge.entries.values()].flatMap(textsIn)
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => !(text.fr && text.es))).toEqual([])
  })
})

function english(text: Text | undefined): string {
  return text === undefined ? '' : inLanguage(text, 'en')
}

function has(process: Process, role: string): boolean {
  return process.roles.some((held) => held.role === role)
}

function partnersOf(process: Process): string[] {
  return process.roles.flatMap((role) => role.partners?.flatMap((partner) => partner.who) ?? [])
}

function roleInWords({ role, of, since, partners }: Process['roles'][number]): string {
  const together = partners?.map(({ how, who }) => ` ${how} ${who.join(' & ')}`).join(',')
  return `${role}${of ? ` of ${english(of)}` : ''}${since ? ` since ${english(since)}` : ''}${together ?? ''}`
}

/** The words of an entry's name; a hyphen does not end a word. */
function namesIn(entry: Entry): string[] {
  return 'name' in entry ? english(entry.name).split(/[^\p{L}\p{N}-]+/u) : []
}

function citationsOf(entry: Entry): string[] {
  if (!('source' in entry)) return []
  const facts = ('facts' in entry && entry.facts) || []
  const roles = entry.kind === 'process' ? entry.roles : []
  return [entry, ...facts, ...roles].flatMap(({ source }) => listOf(source))
}

function runsBackwards(citation: string): boolean {
  const [first, last = first] = citation.slice(4).split('-').map(Number)
  return Number(first) > Number(last)
}

type Translated = { readonly en: string; readonly fr?: string; readonly es?: string }

/** Every text in an entry that is given by language. */
function textsIn(value: unknown): Translated[] {
  if (value === null || typeof value !== 'object') return []
  if ('en' in value && typeof value.en === 'string') return [value as Translated]
  return Object.values(value).flatMap(textsIn)
}
