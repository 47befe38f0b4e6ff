import type { Entry } from '../knowledge/knowledge.ts'
import { inLanguage, type Words } from '../knowledge/language.ts'
import type { ProcessConditions } from './process-conditions.ts'
import { type StatedScope, scopeWord } from './process-scopes.ts'
import { nameOf, type Wording } from './statement.ts'

type Asked = {
  readonly conditions: ProcessConditions
  readonly scopes: readonly StatedScope[]
  readonly leftOut: readonly Entry[]
}

/** What stands in brackets behind the count of a list: "observer, not technical secretariat". */
export function conditionsInWords({ conditions, scopes, leftOut }: Asked, wording: Wording): string {
  const { language } = wording
  const { roles, partners, partnered, beside } = conditions
  return [
    ...roles.map(({ wanted, any }) => {
      const names = any.map((role) => inLanguage(role.name, language))
      if (!wanted) return names.map((name) => `${notWord[language]} ${name}`).join(', ')
      return `${beside === 'nothing' ? `${onlyWord[language]} ` : ''}${names.join(` ${orWord[language]} `)}`
    }),
    ...(beside === 'something' ? [andMore[language]] : []),
    ...partners.map(({ wanted, any }) => {
      const names = any.map((partner) => nameOf(partner, wording)).join(` ${orWord[language]} `)
      return wanted ? names : `${withoutWord[language]} ${names}`
    }),
    ...(partnered === undefined ? [] : [(partnered ? somePartner : noPartner)[language]]),
    ...scopes.map((scope) => scopeWord[scope][language]),
    ...leftOut.map((entry) => `${apartFrom[language]} ${nameOf(entry, wording)}`),
  ].join(', ')
}

const notWord: Words = { en: 'not', fr: 'pas', es: 'no' }
const onlyWord: Words = { en: 'only', fr: 'seulement', es: 'solo' }
const orWord: Words = { en: 'or', fr: 'ou', es: 'o' }
const withoutWord: Words = { en: 'without', fr: 'sans', es: 'sin' }
const andMore: Words = { en: 'and more', fr: 'et davantage', es: 'y algo más' }
const somePartner: Words = { en: 'with a partner', fr: 'avec un partenaire', es: 'con un socio' }
const noPartner: Words = { en: 'without a partner', fr: 'sans partenaire', es: 'sin socio' }
const apartFrom: Words = { en: 'apart from', fr: 'à part', es: 'aparte de' }
