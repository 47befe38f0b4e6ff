import { entriesOf, type Knowledge } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, languages } from '../knowledge/language.ts'
import { wordsOf } from '../search/tokens.ts'
import type { Lexicon } from './lexicon.ts'

/** The label of messages that are no questions for us. */
export const outOfScope = 'out-of-scope'

const topicPrefix = 'topic:'

/** The label of a topic. */
export function topicLabel(id: string): string {
  return `${topicPrefix}${id}`
}

/** The id of the topic that a label stands for, or undefined for another label. */
export function topicIdOf(label: string): string | undefined {
  return label.startsWith(topicPrefix) ? label.slice(topicPrefix.length) : undefined
}

/** An example of a label (intent id, `topic:ID` or out-of-scope), as the model sees it. */
export type Phrasing = { readonly label: string; readonly words: readonly string[] }

/**
 * All phrasings of a knowledge folder. Those of intents and of what is out of scope have their slots written into them;
 * those of topics are what people say, so their names and dates are masked the way a question's are.
 * @param mask the masked words of a text
 */
export function listPhrasings(
  knowledge: Knowledge,
  lexicon: Lexicon,
  mask: (text: string) => readonly string[],
  wordsIn: (phrasing: string) => readonly string[] = maskedWords,
): Phrasing[] {
  const fillRole = createRoleFiller(knowledge)
  const of = (label: string, texts: readonly string[] = [], language: Language = 'en') =>
    texts.map((text) => ({ label, words: withoutFillers(wordsIn(fillRole(text, language)), lexicon) }))
  const all = (label: string, texts: Partial<Record<Language, readonly string[]>>) =>
    languages.flatMap((language) => of(label, texts[language], language))
  return [
    ...[...knowledge.intents.values()].flatMap((intent) => all(intent.id, intent.phrasings)),
    ...[...knowledge.topics.values()].flatMap(({ id, title, questions }) =>
      [title, ...questions].map((text) => ({ label: topicLabel(id), words: withoutFillers(mask(text), lexicon) })),
    ),
    ...all(outOfScope, knowledge.outOfScope),
  ]
}

/** The words of a phrasing; slots stay as they are: `who runs <process>` → who, runs, <process>. */
export function maskedWords(phrasing: string): string[] {
  return phrasing.split(/(<[a-z-]+>)/).flatMap((part) => (part.startsWith('<') ? [part] : wordsOf(part)))
}

/** As {@link maskedWords}, for phrasings that are read more than once while an assistant is built. */
export function createMaskedWords(): (phrasing: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (phrasing) => known.getOrInsertComputed(phrasing, maskedWords)
}

/** Politeness says nothing about what is asked, unless nothing else is said. */
export function withoutFillers(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const kept = words.filter((word) => !lexicon.isFiller(word))
  return kept.length > 0 ? kept : words
}

/** How often each folded word stands in what people are expected to say: the speller must know them all. */
export function countWords(
  knowledge: Knowledge,
  wordsIn: (phrasing: string) => readonly string[] = maskedWords,
): Map<string, number> {
  const counts = new Map<string, number>()
  const texts = [
    ...[...knowledge.intents.values()].flatMap(({ phrasings }) => Object.values(phrasings).flat()),
    ...[...knowledge.topics.values()].flatMap(({ title, questions }) => [title, ...questions]),
    ...knowledge.lexicon.flatMap(({ words }) => Object.values(words).flat()),
    ...entriesOf(knowledge, 'role').flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ]
  for (const text of texts)
    for (const word of wordsIn(text)) if (!word.startsWith('<')) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Role words are not masked in questions, so `<role>` in a phrasing stands for each role in turn. */
function createRoleFiller(knowledge: Knowledge): (text: string, language: Language) => string {
  const roles = entriesOf(knowledge, 'role')
  let turn = 0
  return (text, language) =>
    text.replaceAll('<role>', () => {
      const role = roles[turn++ % roles.length]
      return role ? inLanguage(role.name, language) : '<role>'
    })
}
