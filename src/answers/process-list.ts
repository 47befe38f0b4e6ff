import type { ReadClause } from '../intents/read-clause.ts'
import type { Reading } from '../intents/understand.ts'
import { type Entry, entriesOf, listOf, type Process } from '../knowledge/knowledge.ts'
import type { Language, Words } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { asksForOthers, entriesLeftOut } from './others-asked.ts'
import { conditionsOf, meets, type ProcessConditions } from './process-conditions.ts'
import { conditionsInWords } from './process-conditions-wording.ts'
import { type StatedScope, scopesIn, scopeWord } from './process-scopes.ts'
import { referTo } from './source-references.ts'
import { colon, listInWords, nameOf } from './statement.ts'

/** Processes by the roles, partners and scopes in the question, without those that it leaves out. */
export function listProcesses(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { tools, language } = composing
  const scopes = scopesIn(describingWords(reading.clause, composing))
  const leftOut = entriesLeftOut(reading)
  const asked = conditionsOf(reading.clause, entriesOf(tools.knowledge, 'role'))
  if (!asked) return notUnderstood(reading.intent, language)
  const conditions = likeLeftOut(asked, leftOut, reading, composing)
  const narrowed = isNarrowed(conditions)
  if (isOfSomethingElse(reading, narrowed))
    return isManifold(conditions) ? notUnderstood(reading.intent, language) : undefined
  const among = reading.among?.filter((entry) => entry.kind === 'process')
  const all = among ?? entriesOf(tools.knowledge, 'process')
  const found = all.filter(
    (process) =>
      meets(process, conditions) &&
      !leftOut.includes(process) &&
      (scopes.length === 0 || scopes.some((scope) => scope === process.scope)),
  )
  const inWords = conditionsInWords({ conditions, scopes, leftOut }, wordingOf(composing))
  if (found.length === 0)
    return scopes.length > 0 && !narrowed
      ? noneOfScope(reading.intent, scopes, language)
      : noneLikeThat(reading.intent, inWords, language)
  const names = found.map((process) => nameOf(process, wordingOf(composing)))
  const count = (among ? ofThese : ofAll)(found.length, all.length)[language]
  const sources = found.flatMap((process) => relevantSources(process, conditions))
  return {
    ...answeredPart(
      reading.intent,
      `${count}${inWords ? ` (${inWords})` : ''}${colon[language]}${listInWords(names, language)}.`,
      referTo(sources, composing),
    ),
    entries: found.map(({ id }) => id),
    isList: true,
  }
}

function ofAll(found: number, all: number): Words {
  return {
    en: `${found} of the ${all} processes in my sources`,
    fr: `${found} des ${all} processus de mes sources`,
    es: `${found} de los ${all} procesos de mis fuentes`,
  }
}

function ofThese(found: number, all: number): Words {
  return {
    en: `${found} of these ${all} processes`,
    fr: `${found} de ces ${all} processus`,
    es: `${found} de estos ${all} procesos`,
  }
}

/** Words beside the names, and names that are nothing but a scope: "global processes" is a term as well. */
function describingWords({ content, mentions, tokens }: ReadClause, { tools }: Composing): string[] {
  const isOfScope = (word: string) =>
    scopesIn([word]).length > 0 || tools.lexicon.conceptsOf([word]).includes('process')
  const named = mentions.map(({ first, last }) => tokens.slice(first, last + 1).map(({ word }) => word))
  return [...content, ...named.filter((words) => words.every(isOfScope)).flat()]
}

function isNarrowed({ roles, partners, partnered }: ProcessConditions): boolean {
  return roles.length + partners.length > 0 || partnered !== undefined
}

/** Several conditions, or one that rules something out: what tells of a part of them would mislead. */
function isManifold({ roles, partners, partnered, beside }: ProcessConditions): boolean {
  const all = [...roles, ...partners]
  return all.length > 1 || all.some(({ wanted }) => !wanted) || partnered !== undefined || beside !== undefined
}

/** A name that narrows nothing down, a place or a time, or words that the question for a list leaves open. */
function isOfSomethingElse(reading: Reading, narrowed: boolean): boolean {
  const { clause, unexplained } = reading
  const subjects = asksForOthers(reading) ? [] : reading.subjects
  const narrowing = ['role', 'organisation', ...(narrowed ? ['term'] : [])]
  const { places, regions, dates } = clause.selection.filter
  if (subjects.some(({ kind }) => !narrowing.includes(kind)) || places.length + regions.length + dates.length > 0)
    return true
  return narrowed ? unexplained > 0.4 : unexplained > 0 || clause.content.length === 0
}

/** Words that ask for others of the same kind as what is left out. */
const likeWords =
  /\b(?:also|too|same|likewise|this|that|together|jointly|ensemble|aussi|m[eê]mes?|junt[oa]s|tambi[eé]n|mism[oa]s?)\b/iu
/** These ask for the partners as well. */
const jointly = /\b(?:together|jointly|ensemble|conjointement|junt[oa]s|conjuntamente)\b/iu

/** "Besides Almaty, is there another where those two do this together": what is left out says what is wanted. */
function likeLeftOut(
  conditions: ProcessConditions,
  leftOut: readonly Entry[],
  { clause }: Reading,
  { tools }: Composing,
): ProcessConditions {
  const [model] = leftOut.filter((entry) => entry.kind === 'process')
  if (!model || isNarrowed(conditions) || !likeWords.test(clause.text)) return conditions
  const shared = model.roles.filter((entry) => !jointly.test(clause.text) || entry.partners)
  const byId = (ids: readonly string[]) => ids.map((id) => tools.knowledge.entries.get(id))
  const roles = byId(shared.map(({ role }) => role)).filter((entry) => entry?.kind === 'role')
  const who = shared.flatMap(({ partners }) => partners?.flatMap((partner) => partner.who) ?? [])
  const partners = byId(jointly.test(clause.text) ? who : []).filter((entry) => entry?.kind === 'organisation')
  return {
    ...conditions,
    roles: roles.map((role) => ({ wanted: true, any: [role] })),
    partners: partners.map((partner) => ({ wanted: true, any: [partner] })),
  }
}

function relevantSources(process: Process, { roles, partners }: ProcessConditions): string[] {
  const wanted = roles.filter((condition) => condition.wanted).flatMap(({ any }) => any)
  const who = partners.flatMap(({ any }) => any)
  const telling = process.roles.filter(
    (entry) =>
      wanted.some(({ id }) => id === entry.role) ||
      entry.partners?.some((partner) => who.some(({ id }) => partner.who.includes(id))),
  )
  return (telling.length > 0 ? telling : process.roles).flatMap((entry) => listOf(entry.source).slice(-1))
}

/** No source states the scope; the unfiltered list would pass for an answer. */
function noneOfScope(intent: string, scopes: readonly StatedScope[], language: Language): AnswerPart {
  const asked = scopes.map((scope) => scopeWord[scope][language]).join(', ')
  const lead = {
    en: `My sources state this scope of no process (${asked}).`,
    fr: `Mes sources n’indiquent cette portée pour aucun processus (${asked}).`,
    es: `Mis fuentes no indican este alcance para ningún proceso (${asked}).`,
  }[language]
  return { ...answeredPart(intent, lead, []), status: 'unknown' }
}

function noneLikeThat(intent: string, asked: string, language: Language): AnswerPart {
  const lead = {
    en: `My sources name no process like that (${asked}).`,
    fr: `Mes sources ne citent aucun processus de ce genre (${asked}).`,
    es: `Mis fuentes no mencionan ningún proceso así (${asked}).`,
  }[language]
  return { ...answeredPart(intent, lead, []), status: 'unknown' }
}

function notUnderstood(intent: string, language: Language): AnswerPart {
  const lead = {
    en: 'I do not know which processes meet that: I can list them by IOM’s roles and partners, and by their scope.',
    fr: 'Je ne sais pas quels processus répondent à cela : je peux les énumérer selon les rôles de l’OIM, ses partenaires et leur portée.',
    es: 'No sé qué procesos cumplen eso: puedo enumerarlos según los papeles de la OIM, sus socios y su alcance.',
  }[language]
  return { ...answeredPart(intent, lead, []), status: 'unknown' }
}
