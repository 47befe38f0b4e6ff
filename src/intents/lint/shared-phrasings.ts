import type { LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import type { Warning } from '../../knowledge/problem.ts'
import { type LabelledPhrasing, listLabelledPhrasings } from './labelled-phrasings.ts'

/**
 * The phrasings that are the same words as one of another intent or topic, or as a line that is out of scope: the model
 * is told two things of them. Words of politeness and the like do not count, as in a question.
 */
export function warnOfSharedPhrasings({ knowledge, locate }: LocatedKnowledge): Warning[] {
  // A lone emoji has no words, and is not the same as another one.
  const phrasings = listLabelledPhrasings(knowledge).filter(({ words }) => words.length > 0)
  const sameWords = Map.groupBy(phrasings, ({ words }) => words.join(' '))
  return [...sameWords.values()].flatMap((same) => {
    const [first, ...others] = firstOfEachLabel(same)
    if (!first) return []
    return others.map((other) => {
      const { file, line } = locate(first.holder, first.path)
      const message = `"${other.text}" of ${other.filed} is the same as "${first.text}" of ${first.filed} (${file}:${line}); keep one of them`
      return { ...locate(other.holder, other.path), message }
    })
  })
}

function firstOfEachLabel(phrasings: readonly LabelledPhrasing[]): LabelledPhrasing[] {
  return phrasings.filter(({ label }, at) => phrasings.findIndex((other) => other.label === label) === at)
}
