import type { ReadClause } from '../intents/read-clause.ts'
import type { Process, Role } from '../knowledge/knowledge.ts'
import { tokenize } from '../search/tokens.ts'

/** How a question about roles is narrowed: to those without the role, or to those with no other. */
export type Restriction = 'without' | 'only' | undefined

/** Folded, so without apostrophes and accents. */
const negations = new Set(
  'not no never neither nor without isnt doesnt pas aucun aucune sans ni ningun ninguna sin excepto except sauf salvo'.split(
    ' ',
  ),
)
const exclusives = new Set('only solely merely just seulement uniquement solo solamente unicamente'.split(' '))

/** A word for it anywhere in the clause counts: a list that ignores it would say the opposite of what is true. */
export function restrictionOf({ text }: ReadClause): Restriction {
  const words = tokenize(text).map((token) => token.word)
  if (words.some((word) => negations.has(word))) return 'without'
  return words.some((word) => exclusives.has(word)) ? 'only' : undefined
}

/** "Neither observer nor …": the other role must be one that is known, or the list would be too long. */
export function lacksSecondRole({ text }: ReadClause, roles: readonly Role[]): boolean {
  return roles.length < 2 && tokenize(text).some(({ word }) => word === 'neither' || word === 'nor' || word === 'ni')
}

/** Whether a process has the roles as asked: all of them, none of them, or nothing beside them. */
export function hasRoles({ roles }: Process, asked: readonly Role[], restriction: Restriction): boolean {
  const has = (role: Role) => roles.some((entry) => entry.role === role.id)
  if (restriction === 'without') return !asked.some(has)
  if (restriction === 'only' && roles.some((entry) => !asked.some((role) => role.id === entry.role))) return false
  return asked.every(has)
}

/** What is put before the names of the roles in the heading of a list. */
export const restrictionWord = {
  without: { en: 'not', fr: 'pas', es: 'no' },
  only: { en: 'only', fr: 'seulement', es: 'solo' },
} as const
