import type { Aside } from '../intents/asides.ts'
import type { Context } from '../intents/conversation.ts'
import type { Language } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { composePart } from './compose.ts'
import { type Composing, wordingOf } from './composing.ts'
import { decisionOn } from './decision-on.ts'
import { askSubject } from './open-answers.ts'
import { referTo } from './source-references.ts'
import { colon, listInWords, nameOf } from './statement.ts'

type Told = Exclude<Aside['kind'], 'again'>

/** Answers a message about the talk itself from what the last answer showed. */
export function asideAnswer(kind: Told, context: Context | undefined, composing: Composing): AnswerPart {
  const { language } = composing
  const sources = referTo(context?.citations ?? [], composing)
  const intent = context?.intent ?? 'describe'
  const unknown = (lead: string): AnswerPart => ({ ...answeredPart(intent, lead, sources), status: 'unknown' })
  switch (kind) {
    case 'more':
      return furtherAnswer(context, composing)
    case 'count':
      return countAnswer(context?.shown ?? [], answeredPart(intent, '', sources), composing)
    case 'source':
      return sources.length > 0
        ? answeredPart(intent, sentences.source[language], sources)
        : unknown(sentences.noSource[language])
    case 'still':
      return unknown(
        sentences.still[language](
          sources
            .map(({ asOf }) => asOf ?? '')
            .sort()
            .at(-1) ?? '',
        ),
      )
    case 'else':
      return elseAnswer(context, composing) ?? unknown(sentences.nobodyElse[language])
  }
}

/** What else is known of what was talked about; without that, or with a whole list, it asks which. */
function furtherAnswer(context: Context | undefined, composing: Composing): AnswerPart {
  const { subjects = [], shown = [] } = context ?? {}
  const one = subjects.length === 1 || shown.length < 2
  const decision = decisionOn('describe', one ? subjects : shown, composing.tools)
  return one && subjects.length > 0 ? composePart(decision, composing) : askSubject(decision.reading, composing)
}

function countAnswer(shown: NonNullable<Context['shown']>, part: AnswerPart, composing: Composing): AnswerPart {
  const { language } = composing
  const names = shown.map((entry) => nameOf(entry, wordingOf(composing)))
  return {
    ...part,
    lead: `${sentences.count[language](shown.length)}${colon[language]}${listInWords(names, language)}.`,
  }
}

/** Beside one contact there may be others; for all other questions the first answer named everybody. */
function elseAnswer(context: Context | undefined, composing: Composing): AnswerPart | undefined {
  const subjects = context?.subjects.filter((entry) => composing.tools.holds('list-contacts', entry)) ?? []
  const named = context?.intent === 'contact' || context?.intent === 'head'
  return named && subjects.length > 0
    ? composePart(decisionOn('list-contacts', subjects, composing.tools), composing)
    : undefined
}

const sentences = {
  source: {
    en: 'That stands in these lines of my sources.',
    fr: 'Cela se trouve dans ces lignes de mes sources.',
    es: 'Eso está en estas líneas de mis fuentes.',
  },
  noSource: {
    en: 'I do not know: my last answer was taken from no source.',
    fr: 'Je ne sais pas : ma dernière réponse ne vient d’aucune source.',
    es: 'No lo sé: mi última respuesta no viene de ninguna fuente.',
  },
  count: {
    en: (count: number) => `That is ${count}`,
    fr: (count: number) => `Cela fait ${count}`,
    es: (count: number) => `Son ${count}`,
  },
  still: {
    en: (asOf: string) => `My sources do not tell whether that is still so${asOf ? `: they speak as of ${asOf}` : ''}.`,
    fr: (asOf: string) =>
      `Mes sources ne disent pas si c’est toujours le cas${asOf ? ` : elles datent de ${asOf}` : ''}.`,
    es: (asOf: string) => `Mis fuentes no dicen si sigue siendo así${asOf ? `: son de ${asOf}` : ''}.`,
  },
  nobodyElse: {
    en: 'My sources name nobody else for that.',
    fr: 'Mes sources ne nomment personne d’autre à ce sujet.',
    es: 'Mis fuentes no nombran a nadie más para eso.',
  },
} satisfies Record<string, Record<Language, unknown>>
