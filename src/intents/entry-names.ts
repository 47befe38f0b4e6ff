import type { Entry } from '../knowledge/knowledge.ts'
import { allWordings } from '../knowledge/language.ts'
import { isRealWord } from '../search/real-words.ts'
import { tokenize } from '../search/tokens.ts'
import { isFunctionWord } from './function-words.ts'

/** All strong names of an entry: its own, its aliases, what it stands for, its titles, number and addresses. */
export function namesOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'dialogue':
      return [entry.theme, ...entry.items.filter((item) => !item.event).map((item) => item.title)]
        .filter((t) => t !== undefined)
        .flatMap(titleParts)
    case 'contact':
      return [
        entry.person,
        entry.person?.split(' ').at(-1),
        entry.email,
        accountOf(entry.email),
        entry.phone,
        ...(entry.person && entry.title
          ? allWordings(entry.title).map((title) => title.replace(/, \p{Lu}{2,5}$/u, ''))
          : []),
        ...(entry.aliases ?? []),
      ].filter((n) => n !== undefined)
    case 'region':
      return [...allWordings(entry.name).flatMap(bracketed), ...(entry.aliases ?? [])]
    case 'event':
      return [...ownNames(entry), ...(entry.title ? allWordings(entry.title) : [])]
    case 'publication':
      return [...ownNames(entry), ...titleParts(entry.title)]
    case 'document':
      return [...ownNames(entry), ...(entry.symbol ? [entry.symbol] : [])]
    default:
      return ownNames(entry)
  }
}

/** "Migrants and Cities: New Partnership …" is also called by its first half; a half with one telling word is no name. */
function titleParts(title: string): string[] {
  const halves = title
    .split(/:\s*|\s-\s/)
    .filter((half) => half !== title && !/^(?:IDM at|Report|Expert Seminar)/.test(half))
  const bare = title.replace(/^(?:Conference on|Expert Seminar:|Report:)\s+/, '')
  return [...new Set([title, bare, ...halves])].filter(
    (part) => tokenize(part).filter((token) => !isFunctionWord(token.word)).length >= 2,
  )
}

/** "Middle-East and North Africa (MENA)" is called MENA too. */
function bracketed(name: string): string[] {
  return [name, ...[...name.matchAll(/\((\p{Lu}[\p{L}-]{1,9})\)/gu)].map((match) => match[1] ?? '')]
}

function ownNames(entry: Exclude<Entry, { kind: 'dialogue' | 'contact' | 'region' }>): string[] {
  return [
    ...allWordings(entry.name).flatMap(bracketed),
    ...(entry.fullName ? allWordings(entry.fullName) : []),
    ...(entry.aliases ?? []),
  ]
}

/** The account part of an address ("tkeating"), unless it is an ordinary word ("consultation"). */
function accountOf(email: string | undefined): string | undefined {
  const account = email?.split('@')[0]
  return account && !isRealWord(account) ? account : undefined
}

/** Names that count only where nothing stronger is named: first names, head words, "we" for IOM. */
export function weakNamesOf(entry: Entry): readonly string[] {
  if (entry.kind === 'contact') return entry.person ? [entry.person.split(' ')[0] ?? ''] : []
  return 'heads' in entry ? (entry.heads ?? []) : []
}
