import { commands } from '../intents/commands.ts'
import { outOfScope } from '../intents/phrasings.ts'
import { inLanguage, type Language, type Text, type Words } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import type { Composing } from './composing.ts'
import { colon } from './statement.ts'
import { examplesFor } from './suggestions.ts'

/** Replies to what is no question about the knowledge; undefined for any other intent. */
export function smallTalk(intent: string, composing: Composing): AnswerPart | undefined {
  const reply = Object.hasOwn(replies, intent) ? replies[intent] : undefined
  if (!reply) return undefined
  return {
    ...answeredPart(intent, inLanguage(reply.text, composing.language), []),
    status: reply.status,
    suggestions: examplesFor(composing),
  }
}

/** Declines a message in a language that is not read, in the three that are: the person may know any of them. */
export function otherLanguage(composing: Composing): AnswerPart {
  const { en, fr, es } = readsOnly
  return {
    ...answeredPart(outOfScope, [en, fr, es].join(' '), []),
    status: 'unknown',
    suggestions: examplesFor(composing),
  }
}

const readsOnly: Words = {
  en: 'I read only English, French and Spanish; please ask in one of them.',
  fr: 'Je ne lis que l’anglais, le français et l’espagnol ; veuillez poser votre question dans l’une de ces langues.',
  es: 'Solo leo inglés, francés y español; por favor, pregunte en uno de estos idiomas.',
}

const whatItDoes: Words = {
  en: 'I answer questions about migration dialogues: processes, who runs their secretariats, IOM’s role, contacts, events, the IDM by year, publications, units and documents; in Slack and Teams I also remind of meetings. Ask in plain words, or use',
  fr: 'Je réponds aux questions sur les dialogues migratoires : processus, secrétariats, rôle de l’OIM, contacts, événements, l’IDM par année, publications, unités et documents ; dans Slack et Teams, je rappelle aussi les réunions. Posez votre question, ou écrivez',
  es: 'Respondo a preguntas sobre los diálogos migratorios: procesos, secretarías, el papel de la OIM, contactos, eventos, el IDM por año, publicaciones, unidades y documentos; en Slack y Teams también recuerdo las reuniones. Pregunte con sus palabras, o escriba',
}

/** What it does, and the commands, each with what may follow. */
function help(language: Language): string {
  const shown = commands.map(({ title, example }) =>
    [title[language], ...(example ? [example[language]] : [])].join(' '),
  )
  return `${whatItDoes[language]}${colon[language]}${shown.join(', ')}.`
}

type Reply = { readonly status: AnswerPart['status']; readonly text: Text }

/** Only "help" and "who are you" ask for something; a greeting is met with the question what is wanted. */
const replies: Readonly<Record<string, Reply>> = {
  help: { status: 'answered', text: { en: help('en'), fr: help('fr'), es: help('es') } },
  identity: {
    status: 'answered',
    text: {
      en: 'I am Focal Point, an assistant for questions about migration dialogues. I answer only from a small set of IOM documents, with source and date, and say so when they do not hold the answer.',
      fr: 'Je suis Focal Point, un assistant pour les questions sur les dialogues migratoires. Je réponds uniquement à partir de quelques documents de l’OIM, avec source et date, et je le dis quand ils ne contiennent pas la réponse.',
      es: 'Soy Focal Point, un asistente para preguntas sobre los diálogos migratorios. Respondo solo a partir de unos pocos documentos de la OIM, con fuente y fecha, y lo digo cuando no contienen la respuesta.',
    },
  },
  greeting: {
    status: 'clarify',
    text: {
      en: 'Hello! What would you like to know: a process, a secretariat, IOM’s role, a contact, an event?',
      fr: 'Bonjour ! Que souhaitez-vous savoir : un processus, un secrétariat, le rôle de l’OIM, un contact, un événement ?',
      es: '¡Hola! ¿Qué desea saber: un proceso, una secretaría, el papel de la OIM, un contacto, un evento?',
    },
  },
  thanks: {
    status: 'clarify',
    text: {
      en: 'You are welcome. Is there anything else?',
      fr: 'Je vous en prie. Autre chose ?',
      es: 'De nada. ¿Algo más?',
    },
  },
  farewell: {
    status: 'clarify',
    text: { en: 'Goodbye. Is there anything else?', fr: 'Au revoir. Autre chose ?', es: 'Hasta luego. ¿Algo más?' },
  },
  'individual-case': {
    status: 'unknown',
    text: {
      en: 'I cannot help with personal cases (asylum, visas, permits, family or travel documents): they are outside my sources, and this chat is no place for personal data. Please turn to the competent authorities, a legal adviser or the IOM office in your country.',
      fr: 'Je ne peux pas aider pour des cas personnels (asile, visas, permis, famille, documents de voyage) : ils sont hors de mes sources, et ce n’est pas un lieu pour des données personnelles. Adressez-vous aux autorités compétentes, à un conseiller juridique ou au bureau de l’OIM de votre pays.',
      es: 'No puedo ayudar en casos personales (asilo, visados, permisos, familia, documentos de viaje): están fuera de mis fuentes, y este chat no es lugar para datos personales. Diríjase a las autoridades competentes, a un asesor jurídico o a la oficina de la OIM en su país.',
    },
  },
}
