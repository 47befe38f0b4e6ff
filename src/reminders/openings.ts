import { cut, type Message } from './message-words.ts'
import { type FoundPlace, readPlace } from './places.ts'

/**
 * How a request for a reminder begins. "request" asks for one whatever follows; "hint" may, if a time before a meeting
 * follows: "tell me 2 days before …".
 */
export type Opening = FoundPlace & { readonly strength: 'request' | 'hint' }

const polite =
  'hey|hi|hello|ok|okay|please|pls|can|could|would|will|you|kindly|bonjour|salut|svp|stp|s il te plait|s il vous plait|peux tu|pouvez vous|pourrais tu|pourriez vous|tu peux|vous pouvez|merci de|veuillez|hola|por favor|puedes|podrias|puede|podria|,|!|/ focal|<@[^> ]*>|<at>.{0,80}?</at>'
const politely = new RegExp(`^(?: (?:${polite})){1,12}(?= )`)
const atTheEnd =
  /(?: (?:[.!,]|please|pls|thanks|thank you|merci|svp|stp|s il te plait|s il vous plait|gracias|por favor)){1,6}(?= $)/

/** The message without greetings, mentions of the assistant, and what else is only polite. */
export function takeOffPoliteWords(message: Message): Message {
  const begun = cut(message, politely)?.after ?? message
  return cut(begun, atTheEnd)?.before ?? begun
}

const make = 'set up|set|create|add|make|schedule|send|give'
const making = 'mets|mettez|cree|creez|programme|programmez|programmer|ajoute|ajoutez|envoie|envoyez'
const haciendo = 'pon|ponme|ponnos|crea|creame|programa|programame|anade|envia|enviame|haz|hazme'
const pronoun = '(?:(?: (?:me|us|moi|nous))? (?:a|an|another|un|otro)| me)?'

/** Those that name the person themselves come first: "me rappeler", "recuérdame". */
const requests = [
  /^ (?:me (?:le )?(?<me>rappeler|rappelles?|recuerdas|recuerdes|recuerde|recordar)|(?<us>nous rappeler|nos recuerd(?:as|es|e)|nos recordar))(?= )/,
  /^ (?:(?<me>recuerd[ae]me|recordarme|recorda?me|fais moi penser a)|(?<us>recuerd[ae]nos|recordarnos))(?= )/,
  /^ (?:(?<me>i (?:want|need|would like|d like) (?:to be reminded|you to remind me)|do not let me forget|don t let me forget|je (?:veux|voudrais|souhaite) (?:etre rappelee?|un rappel)|quiero (?:que me recuerdes|un recordatorio)|i (?:want|need|would like|d like) a reminder)|(?<us>we (?:want|need|would like) (?:a reminder|to be reminded)))(?= )/,
  new RegExp(`^ (?:${make}|${making}|${haciendo})${pronoun} (?:reminders?|rappels?|recordatorios?)(?= )`),
  /^ (?:remind|rappell?e[rsz]?|recuerd[ae]|recordar)(?= )/,
]
const hints = [
  /^ (?:(?<me>avisame|aviseme|avisarme|notificame|alertame|let me know|me (?:prevenir|avertir|alerter))|(?<us>avisanos|avisenos|let us know))(?= )/,
  /^ (?:notify|alert|warn|ping|tell|message|write|previen[st]?|prevenez|prevenir|avertis|avertissez|avertir|alerte[rz]?|dis|avisa|avise|avisar|notifica|alerta|send|give|post|envoie|envoyez|envia(?:me|nos)?|manda(?:me|nos)?|subscribe|i want|i would like|i d like|je veux|je voudrais|quiero)(?= )/,
  /^ (?:a |an |un )?(?:reminders?|rappels?|recordatorios?)(?: :)?(?= )/,
]

export function readOpening(message: Message): Opening | undefined {
  const request = firstCut(message, requests)
  if (request) return { strength: 'request', ...request }
  const hint = firstCut(message, hints)
  return hint && { strength: 'hint', ...hint }
}

function firstCut(message: Message, patterns: readonly RegExp[]): FoundPlace | undefined {
  const found = patterns.map((pattern) => cut(message, pattern)).find((each) => each !== undefined)
  if (!found) return undefined
  const { me, us } = found.match.groups ?? {}
  const { place, rest } = readPlace(found.after)
  const said = us ? ({ kind: 'here' } as const) : me ? ({ kind: 'me' } as const) : undefined
  return { place: place ?? said, rest }
}

/** "Remind me who runs it" asks a question, "remind me of the date of it" another. */
export function isQuestion(rest: Message): boolean {
  return cut(rest, question) !== undefined
}

const attributes =
  'organi[sz]ations?|partners?|countries|states|dates?|roles?|names?|address|email|e mail|contacts?|secretariat|links?|members?|number|place|venue|themes?|topics?|purpose|objectives?|mandate|chair|phone|url|lieu|noms?|adresse|courriel|lien|membres|nombre|objectifs?|presidence|fechas?|papel|direccion|correo|secretaria|enlace|miembros|numero|lugar|tema|objetivos?|presidencia'
const question = new RegExp(
  `^ (?:,? ?(?:(?:of|about|de la|de l|de|du|des|sobre|a) )?(?:(?:who|whom|whose|what|where|which|why|how|whether|if|when (?:is|are|was|were|will|did|does|do)|(?:a )?qui|ou|quel(?:le)?s?|ce qu[ie]?|pourquoi|comment|combien|si|quand (?:est|a|ont|aura|auront|sont)|(?:a )?quien(?:es)?|que es|que son|que hace|por que|donde|cual(?:es)?|como|cuando (?:es|son|fue|sera|seran))|(?:(?:the|le|la|l|les|el|los|las|iom s|its) )?(?:next )?(?:partner )?(?:${attributes}) (?:of|for|de|del|du|des|d|in|that|behind)))(?= )`,
)
