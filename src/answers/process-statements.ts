import { entryOf, listOf, type Process } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'
import {
  colon,
  expansionStatements,
  factStatements,
  fullNameOf,
  listInWords,
  type Statement,
  type Wording,
} from './statement.ts'

type ProcessRole = Process['roles'][number]

/** What the sources say about a process: each of IOM's roles with its partners, its scope, and its facts. */
export function processStatements(process: Process, wording: Wording): Statement[] {
  return [
    ...summaryStatements(process, wording),
    ...process.roles.map((role) => roleStatement(role, wording)),
    ...noPartnerStatements(process, wording),
    ...expansionStatements(process, wording),
    ...scopeStatements(process, wording),
    ...factStatements(process, wording),
  ]
}

function summaryStatements(process: Process, { language }: Wording): Statement[] {
  return process.summary
    ? [{ about: ['describe', 'purpose'], text: inLanguage(process.summary, language), sources: listOf(process.source) }]
    : []
}

function roleStatement(entry: ProcessRole, { knowledge, language }: Wording): Statement {
  const role = entryOf(knowledge, 'role', entry.role)
  const part = entry.of ? `${colon[language]}${inLanguage(entry.of, language)}` : ''
  const partners = (entry.partners ?? []).map(({ how, who }) => {
    const names = who.map((id) => fullNameOf(entryOf(knowledge, 'organisation', id), language))
    return `${partnerPhrase[how][language]} ${listInWords(names, language)}`
  })
  const since = entry.since ? [`${sincePhrase[language]} ${inLanguage(entry.since, language)}`] : []
  const text = [`${inLanguage(role.sentence, language)}${part}`, ...partners, ...since].join(', ')
  return { about: aboutRole(role.group, entry), text: `${text}.`, sources: listOf(entry.source) }
}

function aboutRole(group: 'participation' | 'secretariat' | 'hosting', entry: ProcessRole): string[] {
  if (group === 'participation')
    return ['describe', 'role', ...(leading.has(entry.role) ? ['head', 'secretariat'] : [])]
  const partner = entry.partners ? ['partner'] : []
  const founded = entry.since ? ['reason', 'since'] : []
  return ['describe', 'role', 'secretariat', ...partner, ...founded, ...(group === 'hosting' ? ['host'] : [])]
}

/** Roles in which IOM is at the head of the process. */
const leading = new Set(['leader', 'coordinator'])

/** The lists print partners in brackets; where there is none, that too answers "with whom?". */
function noPartnerStatements(process: Process, { language }: Wording): Statement[] {
  const services = process.roles.filter(
    (role) => role.role === 'technical-secretariat' || role.role === 'secretariat-support',
  )
  if (services.length === 0 || services.some((role) => role.partners)) return []
  const text = {
    en: 'The source names no other organisation beside IOM in the secretariat.',
    fr: 'La source ne cite aucune autre organisation que l’OIM pour le secrétariat.',
    es: 'La fuente no menciona ninguna otra organización junto a la OIM en la secretaría.',
  }[language]
  return [{ about: ['partner'], text, sources: services.flatMap((role) => listOf(role.source)) }]
}

function scopeStatements(process: Process, { language }: Wording): Statement[] {
  const text = scopeSentences[process.scope]?.[language]
  return text ? [{ about: ['describe'], text, sources: listOf(process.source) }] : []
}

const partnerPhrase: Readonly<
  Record<'together-with' | 'in-consultation-with' | 'through', Readonly<Record<Language, string>>>
> = {
  'together-with': { en: 'together with', fr: 'avec', es: 'junto con' },
  'in-consultation-with': { en: 'in consultation with', fr: 'en consultation avec', es: 'en consulta con' },
  through: { en: 'through', fr: 'par l’intermédiaire de', es: 'por medio de' },
}

const sincePhrase: Words = { en: 'since', fr: 'depuis', es: 'desde' }

const scopeSentences: Readonly<Record<Process['scope'], Readonly<Record<Language, string>> | undefined>> = {
  global: { en: 'It is a global process.', fr: 'C’est un processus mondial.', es: 'Es un proceso mundial.' },
  regional: { en: 'It is a regional process.', fr: 'C’est un processus régional.', es: 'Es un proceso regional.' },
  'inter-regional': {
    en: 'It is an inter-regional process.',
    fr: 'C’est un processus interrégional.',
    es: 'Es un proceso interregional.',
  },
  'not stated': undefined,
}
