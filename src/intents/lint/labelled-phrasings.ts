import type { Knowledge } from '../../knowledge/knowledge.ts'
import { type Language, languages } from '../../knowledge/language.ts'
import type { Holder } from '../../knowledge/located-knowledge.ts'
import { createLexicon } from '../lexicon.ts'
import { maskedWords, outOfScope, withoutFillers } from '../phrasings.ts'

/** A phrasing with the label it is filed under, as the intent model learns it, and where it stands. */
export type LabelledPhrasing = {
  readonly label: string
  /** How messages call the label: `the intent "host"`. */
  readonly filed: string
  /** Topics have no language of their own. */
  readonly language?: Language
  readonly text: string
  readonly words: readonly string[]
  readonly holder: Holder
  readonly path: readonly PropertyKey[]
}

/** Every phrasing that the intent model learns from; roles stay a slot, which in a question are words. */
export function listLabelledPhrasings(knowledge: Knowledge): LabelledPhrasing[] {
  const lexicon = createLexicon(knowledge.lexicon)
  const wordsOf = (text: string) => withoutFillers(maskedWords(text), lexicon)
  return listTexts(knowledge).map((phrasing) => ({ ...phrasing, words: wordsOf(phrasing.text) }))
}

type Filed = Omit<LabelledPhrasing, 'words'>

function listTexts(knowledge: Knowledge): Filed[] {
  return [
    ...[...knowledge.intents.values()].flatMap(({ id, phrasings }) =>
      inLanguages(phrasings, ['phrasings'], {
        label: id,
        filed: `the intent "${id}"`,
        holder: { in: 'intents', id },
      }),
    ),
    ...[...knowledge.topics.values()].flatMap(({ id, title, questions }) => {
      const filed = { label: `topic:${id}`, filed: `the topic "${id}"`, holder: { in: 'topics', id } } as const
      const asked = questions.map((text, at) => ({ ...filed, text, path: ['questions', at] }))
      return [{ ...filed, text: title, path: ['title'] }, ...asked]
    }),
    ...inLanguages(knowledge.outOfScope, [], {
      label: outOfScope,
      filed: 'what is out of scope',
      holder: { in: 'out-of-scope' },
    }),
  ]
}

function inLanguages(
  texts: Partial<Record<Language, readonly string[]>>,
  path: readonly PropertyKey[],
  filed: Pick<LabelledPhrasing, 'label' | 'filed' | 'holder'>,
): Filed[] {
  return languages.flatMap((language) =>
    (texts[language] ?? []).map((text, at) => ({ ...filed, language, text, path: [...path, language, at] })),
  )
}
