import type { Intent } from './knowledge.ts'
import { type Language, languages } from './language.ts'
import type { LocatedKnowledge } from './located-knowledge.ts'
import type { Warning } from './problem.ts'

/** Below these, the wordings that nobody thought of are too often missed. */
const enoughPhrasings = 20
const enoughQuestions = 5

const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'French', es: 'Spanish' }

/**
 * The intents with few phrasings in a language, and the topics with few questions. A language in which no intent has a
 * phrasing is not asked in, so nothing is missing there.
 */
export function warnOfFewPhrasings(located: LocatedKnowledge): Warning[] {
  return [...fewPhrasings(located), ...fewQuestions(located)]
}

function fewPhrasings({ knowledge, locate }: LocatedKnowledge): Warning[] {
  const intents = [...knowledge.intents.values()]
  const asked = languages.filter((language) => intents.some((intent) => countIn(intent, language) > 0))
  return intents.flatMap((intent) => {
    const few = asked.filter((language) => countIn(intent, language) < enoughPhrasings)
    if (few.length === 0) return []
    const counts = few.map((language) => `${countIn(intent, language)} in ${languageNames[language]}`)
    const message = `the intent "${intent.id}" has few phrasings (${counts.join(', ')}), expected are ${enoughPhrasings} or more in each language; add some, short and long`
    return [{ ...locate({ in: 'intents', id: intent.id }, ['phrasings'], few[0]), message }]
  })
}

function countIn({ phrasings }: Intent, language: Language): number {
  return phrasings[language]?.length ?? 0
}

function fewQuestions({ knowledge, locate }: LocatedKnowledge): Warning[] {
  return [...knowledge.topics.values()]
    .filter(({ questions }) => questions.length < enoughQuestions)
    .map(({ id, questions }) => {
      const message = `the topic "${id}" has few questions (${questions.length}), expected are ${enoughQuestions} or more; add other wordings`
      return { ...locate({ in: 'topics', id }, [], 'questions'), message }
    })
}
