import type { Knowledge } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'
import type { Meeting } from './meeting.ts'

type Options = { readonly language: Language; readonly sources: Knowledge['sources'] }

/** What a calendar has no field for: what is not known about the time, and where the meeting is told of. */
export function describeMeeting(meeting: Meeting, { language, sources }: Options): string[] {
  const titles = meeting.source.map((citation) => {
    const source = sources.get(citation.slice(0, citation.indexOf(':')))
    return source && inLanguage(source.title, language)
  })
  const named = [...new Set(titles.filter((title) => title !== undefined))]
  return [...unknownOf(meeting).map((words) => words[language]), ...named.map((title) => from[language](title))]
}

function unknownOf({ time }: Meeting): Words[] {
  if (time.precision === 'day') return time.clock === undefined ? [] : [clockOnly(time.clock)]
  return time.ends === undefined ? [noEnd] : []
}

function clockOnly(clock: string): Words {
  return {
    en: `Begins at ${clock} on the clocks there; the time zone is not known.`,
    fr: `Commence à ${clock}, heure locale ; le fuseau horaire n’est pas connu.`,
    es: `Empieza a las ${clock}, hora local; no se conoce el huso horario.`,
  }
}

const noEnd: Words = {
  en: 'When it ends is not known.',
  fr: 'L’heure de fin n’est pas connue.',
  es: 'No se conoce la hora de término.',
}

const from: Readonly<Record<Language, (title: string) => string>> = {
  en: (title) => `Source: ${title}`,
  fr: (title) => `Source : ${title}`,
  es: (title) => `Fuente: ${title}`,
}
