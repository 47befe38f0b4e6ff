import { isRealWord } from '../search/real-words.ts'
import type { Token } from '../search/tokens.ts'
import type { Mention } from './find-mentions.ts'
import { isFunctionWord } from './function-words.ts'
import { covers } from './spans.ts'
import type { Understanding } from './understanding.ts'

/**
 * "Prague Process", "secretaría del Mercosur": words beside "process", "dialogue" or "secretariat" that are no words we
 * know. They name something we have no entry for, whatever else the question names.
 */
export function findStrangers(tokens: readonly Token[], mentions: readonly Mention[], tools: Understanding): string[] {
  const places = mentions.filter(({ targets }) => targets.every(({ kind }) => kind === 'place' || kind === 'region'))
  const others = mentions.filter((mention) => !places.includes(mention))
  return tokens.flatMap((token, at) => {
    if (covers(others, at) || !canBeName(token) || !isBesideProcessWord(tokens, at, tools)) return []
    return covers(places, at) || !isKnown(token.word, tools) ? [token.word] : []
  })
}

function canBeName({ word }: Token): boolean {
  return word.length >= 3 && !/\d/.test(word) && !isFunctionWord(word)
}

/** "X process", "process X", "process of X", "secretaría del X". */
function isBesideProcessWord(tokens: readonly Token[], at: number, { lexicon }: Understanding): boolean {
  const isProcessWord = (index: number) => {
    const concepts = lexicon.conceptsOf([tokens[index]?.word ?? ''])
    return concepts.includes('process') || concepts.includes('secretariat')
  }
  const isSmall = (index: number) => isFunctionWord(tokens[index]?.word ?? '')
  if (isProcessWord(at + 1) || isProcessWord(at - 1)) return true
  // "Southern African migration dialogue"
  if (isSingular(tokens[at + 2]) && lexicon.conceptsOf([tokens[at + 2]?.word ?? '']).includes('process')) return true
  return isSmall(at - 1) && (isProcessWord(at - 2) || (isSmall(at - 2) && isProcessWord(at - 3)))
}

/** "African dialogues" asks for several that we may have; "the African dialogue" is a name. */
function isSingular(token: Token | undefined): boolean {
  return token !== undefined && (!token.word.endsWith('s') || token.word.startsWith('process'))
}

/** Lists of common words hold cities, which are names; a word near to ours is a word or a slip. */
function isKnown(word: string, { speller }: Understanding): boolean {
  return speller.knows(word) || isRealWord(word) || speller.near(word).length > 0
}
