import type { Mention } from '../intents/find-mentions.ts'
import type { ReadClause } from '../intents/read-clause.ts'
import { covers } from '../intents/spans.ts'
import type { Organisation, Process, Role } from '../knowledge/knowledge.ts'
import { type Cue, cueAt } from './condition-cues.ts'
import { scopesIn } from './process-scopes.ts'

/** What a question says about a role or several that will do as well: wanted, or ruled out. */
export type RoleCondition = { readonly wanted: boolean; readonly any: readonly Role[] }
export type PartnerCondition = { readonly wanted: boolean; readonly any: readonly Organisation[] }

/** What the processes of a list must be like; all conditions hold together. */
export type ProcessConditions = {
  readonly roles: readonly RoleCondition[]
  /** nothing: no role beside the wanted ones; something: another role beside them. */
  readonly beside: 'nothing' | 'something' | undefined
  readonly partners: readonly PartnerCondition[]
  /** Some partner, whoever it is, or none. */
  readonly partnered: boolean | undefined
}

/**
 * The conditions about roles and partners in a question for processes; undefined where one of them is not understood,
 * because a list that ignores a "not" would say the opposite of what is true.
 */
export function conditionsOf(clause: ReadClause, known: readonly Role[]): ProcessConditions | undefined {
  const state = readConditions(clause, known)
  const openEnd = state.open !== undefined && !isTag(state.open, clause, state)
  return state.unclear || openEnd ? undefined : withSecretariat(state, known)
}

/** Whether a process meets all conditions. */
export function meets({ roles }: Process, { roles: asked, beside, partners, partnered }: ProcessConditions): boolean {
  const has = (role: Role) => roles.some((entry) => entry.role === role.id)
  const wanted = asked.filter((condition) => condition.wanted).flatMap(({ any }) => any)
  const others = roles.filter((entry) => !wanted.some(({ id }) => id === entry.role))
  const who = roles.flatMap((entry) => entry.partners ?? []).flatMap((partner) => partner.who)
  return (
    asked.every((condition) => condition.any.some(has) === condition.wanted) &&
    partners.every((condition) => condition.any.some(({ id }) => who.includes(id)) === condition.wanted) &&
    (partnered === undefined || who.length > 0 === partnered) &&
    (beside === undefined || (beside === 'something') === others.length > 0)
  )
}

type State = {
  roles: RoleCondition[]
  partners: PartnerCondition[]
  partnered: boolean | undefined
  beside: ProcessConditions['beside']
  /** What follows is ruled out. */
  negated: 'not' | 'without' | undefined
  /** Where a negation stands to which nothing that is ruled out has been found yet. */
  open: number | undefined
  /** A role has been ruled out since the last negation. */
  ruledOut: boolean
  /** "Secretariat" is said without saying which role is meant. */
  secretariat: 'secretariat' | 'secretariat-role' | undefined
  lastRole: number
  lastPartner: number
  unclear: boolean
}

function readConditions(clause: ReadClause, known: readonly Role[]): State {
  const state: State = {
    ...{ roles: [], partners: [], partnered: undefined, beside: undefined, negated: undefined, open: undefined },
    ...{ ruledOut: false, secretariat: undefined, lastRole: -1, lastPartner: -1, unclear: false },
  }
  const words = clause.tokens.map(({ word }) => word)
  for (let at = 0; at < words.length; at++) {
    const mention = clause.mentions.find(({ first }) => first === at)
    if (mention) {
      addMention(mention, words, state)
      at = mention.last
    } else if (!covers(clause.leftOut, at)) {
      const cue = cueAt(words, at)
      if (cue) addCue(cue, { at, words, clause, known }, state)
      else if (state.negated && scopesIn([words[at] ?? '']).length > 0) state.unclear = true
      at = cue?.last ?? at
    }
  }
  return state
}

const alternatives = new Set(['or', 'ou', 'o', 'u'])

/** "Observer or participant": one of the two will do. */
function isAlternative(between: readonly string[]): boolean {
  return between.length <= 3 && between.some((word) => alternatives.has(word))
}

function addMention({ first, last, targets }: Mention, words: readonly string[], state: State): void {
  const roles = targets.filter((target) => target.kind === 'role')
  const partners = targets.filter((target) => target.kind === 'organisation').filter(({ id }) => id !== 'iom')
  const wanted = state.negated === undefined
  const previous = state.roles.at(-1)
  if (roles.length > 0 && previous?.wanted && wanted && isAlternative(words.slice(state.lastRole + 1, first)))
    state.roles[state.roles.length - 1] = { wanted, any: [...previous.any, ...roles] }
  else if (roles.length > 0) state.roles.push({ wanted, any: roles })
  else if (partners.length > 0)
    addPartners({ wanted, any: partners }, isAlternative(words.slice(state.lastPartner + 1, first)), state)
  if (partners.length > 0) state.lastPartner = last
  if (roles.length > 0) state.lastRole = last
  if (roles.length > 0 && !wanted) state.ruledOut = true
  if (roles.length + partners.length > 0) state.open = undefined
}

/** "Not the secretariat with UNHCR": is the partner ruled out, or the role, or both together? */
function addPartners(condition: PartnerCondition, isOther: boolean, state: State): void {
  if (!condition.wanted && state.ruledOut) state.unclear = true
  const previous = state.partners.at(-1)
  if (isOther && previous?.wanted && condition.wanted)
    state.partners[state.partners.length - 1] = { wanted: true, any: [...previous.any, ...condition.any] }
  else state.partners.push(condition)
}

type Place = {
  readonly at: number
  readonly words: readonly string[]
  readonly clause: ReadClause
  readonly known: readonly Role[]
}

function addCue({ kind }: Cue, place: Place, state: State): void {
  if (kind === 'not' || kind === 'without') negate(kind, place.at, state)
  else if (kind === 'again' || (kind === 'with' && state.negated === 'without')) endNegation(state)
  else if (kind === 'only' && isAboutRole(place)) state.beside = 'nothing'
  else if (kind === 'nothing-else') state.beside = 'nothing'
  else if (kind === 'more') state.beside = 'something'
  else if (kind === 'unclear') state.unclear = true
  else if (kind === 'partner') addPartnered(state)
  else if (kind === 'secretariat' || kind === 'secretariat-role') addSecretariat(kind, place.known, state)
}

/** Two negations side by side are one: "no tiene ningún papel". */
const doubled = 3

function negate(kind: 'not' | 'without', at: number, state: State): void {
  if (state.open !== undefined && at - state.open > doubled) state.unclear = true
  state.negated = kind
  state.ruledOut = false
  state.open = at
}

function endNegation(state: State): void {
  if (state.open !== undefined) state.unclear = true
  state.negated = undefined
}

function addPartnered(state: State): void {
  state.partnered = state.negated === undefined
  state.open = undefined
}

function addSecretariat(kind: 'secretariat' | 'secretariat-role', known: readonly Role[], state: State): void {
  if (state.negated === undefined) state.secretariat = kind
  else {
    state.roles.push({ wanted: false, any: known.filter(({ group }) => group === 'secretariat') })
    state.ruledOut = true
    state.open = undefined
  }
}

/** So near to a role an "only" belongs to it: "only listed as an observer", "observer only". */
const onlyReach = 4
const listWords = new Set(
  'list show name give process processes processus proceso procesos dialogues which those'.split(' '),
)

function isAboutRole({ at, words, clause }: Place): boolean {
  const isRole = ({ targets }: Mention) => targets.some(({ kind }) => kind === 'role')
  const roles = clause.mentions.filter(isRole)
  if (roles.some(({ last }) => last === at - 1)) return true
  const next = roles.find(({ first }) => first > at)
  return (
    next !== undefined && next.first - at <= onlyReach + 1 && !words.slice(at, next.first).some((w) => listWords.has(w))
  )
}

const tagEnds = new Set(['it', 'they', 'we', 'so'])

/** "…, no?", "isn’t it", "n’est-ce pas": a tag rules nothing out. */
function isTag(at: number, { tokens }: ReadClause, { roles, partners }: State): boolean {
  const ends = at === tokens.length - 1 || (at === tokens.length - 2 && tagEnds.has(tokens[at + 1]?.word ?? ''))
  return ends && roles.length + partners.length > 0
}

/** "The secretariat" alone is the first role of its group; where a role stands beside it, it says no more than that. */
function withSecretariat(state: State, known: readonly Role[]): ProcessConditions {
  const group = known.filter((role) => role.group === 'secretariat')
  const isSaid = state.roles.some(({ wanted, any }) => wanted && any.some((role) => role.group !== 'participation'))
  const open = state.roles.length + state.partners.length > 0 || state.secretariat === 'secretariat-role'
  const implied = state.secretariat && !isSaid ? [{ wanted: true, any: open ? group : group.slice(0, 1) }] : []
  const { roles, beside, partners, partnered } = state
  return { roles: [...roles, ...implied], beside, partners, partnered }
}
