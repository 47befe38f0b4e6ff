import type { LexiconGroup } from '../../knowledge/knowledge.ts'
import { type Language, languages } from '../../knowledge/language.ts'
import type { LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import type { Warning } from '../../knowledge/problem.ts'
import { phraseKey } from '../lexicon.ts'

/**
 * The words of the lexicon that do nothing where they stand, because an earlier group has them, or another form of them,
 * in the same language. That two languages have a word in common is nothing an editor could change.
 */
export function warnOfSharedWords({ knowledge, locate }: LocatedKnowledge): Warning[] {
  const locateWord = ({ group, language, at }: Word) => locate({ in: 'lexicon', id: group }, ['words', language, at])
  const sameKey = Map.groupBy(knowledge.lexicon.flatMap(wordsOf), ({ key }) => key)
  return [...sameKey.values()].flatMap((words) => {
    const [first, ...idle] = firstOfEachGroup(words)
    if (!first) return []
    return idle.map((word) => {
      const { file, line } = locateWord(first)
      const message = `"${word.text}" does nothing in the group "${word.group}", because "${first.text}" (${file}:${line}) makes it stand for "${first.group}"; keep one of them`
      return { ...locateWord(word), message }
    })
  })
}

/** Forms of a word in one group are one: "colleague, colleagues". */
function firstOfEachGroup(words: readonly Word[]): Word[] {
  return words.filter(({ group }, at) => words.findIndex((other) => other.group === group) === at)
}

type Word = {
  readonly group: string
  readonly language: Language
  readonly at: number
  readonly text: string
  readonly key: string
}

function wordsOf({ id, words }: LexiconGroup): Word[] {
  return languages.flatMap((language) =>
    (words[language] ?? []).map((text, at) => ({
      group: id,
      language,
      at,
      text,
      key: `${language} ${phraseKey(text)}`,
    })),
  )
}
