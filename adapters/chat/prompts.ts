import { entriesOf, type Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { cutText } from './cut-text.ts'

/** What is offered to begin with: a title to click on, and the message it sends. */
export type Prompt = { readonly title: string; readonly message: string }

/** More would be a list to read instead of a beginning. */
export const mostPrompts = 4

/** Each message has an answer in the shipped knowledge. */
export const prompts: Readonly<Record<Language, readonly Prompt[]>> = {
  en: [
    { title: 'Who runs a secretariat?', message: 'Who runs the secretariat of the Almaty Process?' },
    { title: 'IOM’s role in processes', message: 'Which processes is IOM an observer in?' },
    { title: 'Events of a year', message: 'Which events were there in 2017?' },
    { title: 'Themes of the IDM', message: 'What was the theme of the IDM in 2014?' },
  ],
  fr: [
    { title: 'Qui assure un secrétariat ?', message: 'Qui assure le secrétariat du Processus d’Almaty ?' },
    { title: 'Le rôle de l’OIM', message: 'Dans quels processus l’OIM est-elle observatrice ?' },
    { title: 'Les événements d’une année', message: 'Quels sont les événements de 2017 ?' },
    { title: 'Les thèmes de l’IDM', message: 'Quel était le thème de l’IDM en 2014 ?' },
  ],
  es: [
    { title: '¿Quién ejerce una secretaría?', message: '¿Quién ejerce la secretaría del Proceso de Almaty?' },
    { title: 'El papel de la OIM', message: '¿En qué procesos es observadora la OIM?' },
    { title: 'Los eventos de un año', message: '¿Cuáles fueron los eventos de 2017?' },
    { title: 'Los temas del IDM', message: '¿Cuál fue el tema del IDM en 2014?' },
  ],
}

/**
 * What can be offered with this knowledge: an organisation's own topics first, then what the shipped processes answer. At
 * most four; none where there is neither.
 */
export function promptsFor(knowledge: Knowledge, language: Language): Prompt[] {
  const topics = [...knowledge.topics.values()].flatMap(({ title, questions }): Prompt[] => {
    const message = questions[0]
    return message === undefined ? [] : [{ title: cutText(title, titleLength), message }]
  })
  const shipped = entriesOf(knowledge, 'process').length > 0 ? prompts[language] : []
  return [...topics.slice(0, mostPrompts - Math.min(shipped.length, 2)), ...shipped].slice(0, mostPrompts)
}

/** Longer ones are clipped. */
const titleLength = 50

/** The same questions, as examples, such as in the help. */
export function exampleQuestions(knowledge: Knowledge, language: Language): string[] {
  return promptsFor(knowledge, language).map(({ message }) => message)
}
