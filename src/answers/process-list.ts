import type { Reading } from '../intents/understand.ts'
import { entriesOf, listOf, type Process, type Role } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { type StatedScope, scopesIn, scopeWord } from './process-scopes.ts'
import { hasRoles, lacksSecondRole, type Restriction, restrictionOf, restrictionWord } from './role-restriction.ts'
import { referTo } from './source-references.ts'
import { colon, listInWords, nameOf } from './statement.ts'

/** Processes by every role and every partner named in the question. */
export function listProcesses(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { tools, language } = composing
  const { roles, organisations } = reading.clause.selection
  const partners = organisations.filter((organisation) => organisation.id !== 'iom')
  const scopes = scopesIn(reading.clause.content)
  const narrowed = roles.length + partners.length > 0
  if (isOfSomethingElse(reading, narrowed)) return undefined
  const restriction = restrictionOf(reading.clause)
  // "In which is IOM not …": without a role or with a partner beside it, the restriction could mean anything.
  if (restriction && (roles.length === 0 || partners.length > 0)) return undefined
  if (lacksSecondRole(reading.clause, roles)) return undefined
  const among = reading.among?.filter((entry) => entry.kind === 'process')
  const all = among ?? entriesOf(tools.knowledge, 'process')
  const found = all.filter(
    (process) =>
      hasRoles(process, roles, restriction) &&
      partners.every((partner) =>
        process.roles.some((entry) => entry.partners?.some(({ who }) => who.includes(partner.id))),
      ) &&
      (scopes.length === 0 || scopes.some((scope) => scope === process.scope)),
  )
  if (found.length === 0)
    return scopes.length > 0 && !narrowed ? noneOfScope(reading.intent, scopes, language) : undefined
  const conditions = [
    ...roles.map((role) => roleCondition(role, restriction, language)),
    ...partners.map((partner) => nameOf(partner, wordingOf(composing))),
    ...scopes.map((scope) => scopeWord[scope][language]),
  ]
  const names = found.map((process) => nameOf(process, wordingOf(composing)))
  const count = (among ? ofThese : ofAll)(found.length, all.length)[language]
  const sources = found.flatMap((process) =>
    relevantSources(process, restriction === 'without' ? [] : roles.map((role) => role.id)),
  )
  return {
    ...answeredPart(
      reading.intent,
      `${count}${conditions.length > 0 ? ` (${conditions.join(', ')})` : ''}${colon[language]}${listInWords(names, language)}.`,
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

/** A name that narrows nothing down, or words that the question for a list leaves open. */
function isOfSomethingElse({ subjects, clause, unexplained }: Reading, narrowed: boolean): boolean {
  const narrowing = ['role', 'organisation', 'region', ...(narrowed ? ['term'] : [])]
  if (subjects.some(({ kind }) => !narrowing.includes(kind))) return true
  return narrowed ? unexplained > 0.4 : unexplained > 0 || clause.content.length === 0
}

function roleCondition(role: Role, restriction: Restriction, language: Language): string {
  const name = inLanguage(role.name, language)
  return restriction ? `${restrictionWord[restriction][language]} ${name}` : name
}

function relevantSources(process: Process, roleIds: readonly string[]): string[] {
  const roles = process.roles.filter((entry) => roleIds.length === 0 || roleIds.includes(entry.role))
  return roles.flatMap((entry) => listOf(entry.source).slice(-1))
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
