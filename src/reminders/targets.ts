import { cut, lineOf, type Message, writtenAs } from './message-words.ts'

/** What is to be reminded of, as written; "all" for all meetings; "which" where the words name none; "task" for no meeting. */
export type Target = { readonly text: string } | 'which' | 'task'

/** Longer names are no names. */
const mostWords = 24

export function readTarget(message: Message): Target {
  const bare = strip(message)
  const line = lineOf(bare)
  if (
    /^ (?:(?:to|that|que) \w|(?!taller )[a-z]{3,}[aei]r (?:al?|el|la|los|las|una?) )/.test(line) ||
    bare.words.length > mostWords
  )
    return 'task'
  if (allMeetings.test(line) || (saysEach(message) && oneMeeting.test(line))) return { text: 'all' }
  if (line === ' ' || oneMeeting.test(line) || notAName.test(line)) return 'which'
  return { text: writtenAs(bare) }
}

const connectors =
  /^ (?:of|about|for|regarding|concerning|de l|de la|de las|de los|del|des|de|du|d|a propos des?|a propos du|au sujet des?|pour|sobre|acerca del?|para|con|with|avec|not to forget|de ne pas oublier|no olvidar|once|just once|again|also|une fois|una vez|de nuevo|[,:;])(?= )/
const begins =
  /^ (?:(?:the )?(?:start|beginning|opening) of|(?:le |du )?debut d[eu]s?|(?:el |del )?(?:inicio|comienzo) del?|empiecen?|comiencen?|commencent?)(?= )/
const beginsBehind =
  / (?:(?:starts?|begins?|takes? place|commencent?|debutent?|empiezan?|empiecen?|comienzan?|comiencen?|[.,:;!?])(?= $)|, $)/
const determiners =
  /^ (?:the|all|any|every|each|our|my|le|la|les|l|tous|toutes|tout|chaque|nos|mes|el|los|las|todos|todas|cada|cualquier|nuestras)(?= )/

const many = '(?:meetings|events|sessions|reunions|evenements|rencontres|reuniones|eventos|encuentros)'
const allMeetings = new RegExp(
  `^ (?:(?:all|everything|anything|tout|toutes|tous|todo|todas|todos)|(?:coming|upcoming|future|prochaines|futures|proximas|futuras)? ?${many}(?: (?:a venir|to come))?) $`,
)
const oneMeeting =
  /^ (?:meeting|event|workshop|session|reunion|evenement|rencontre|atelier|reunion|evento|encuentro|taller) $/
const notAName =
  /^ (?:(?:l[ea]s? )?moi|never|jamais|nunca|it|this|that|them|these|those|ca|cela|ceci|elle|il|lui|eso|esto|ella|then|there|which|what|(?:this|that|cette|esa|esta) (?:meeting|event|reunion)) $/

function saysEach(message: Message): boolean {
  return / (?:all|any|every|each|tous|toutes|chaque|todos|todas|cada|cualquier) /.test(lineOf(message))
}

/** Takes off what leads to the name. A capital letter makes "La" or "El" a part of it. */
function strip(message: Message): Message {
  const shorter =
    cut(message, connectors)?.after ??
    cut(message, begins)?.after ??
    cut(message, beginsBehind)?.before ??
    withoutDeterminer(message)
  return shorter ? strip(shorter) : message
}

function withoutDeterminer(message: Message): Message | undefined {
  const found = cut(message, determiners)
  const first = message.words[0]
  if (!found || !first || found.after.words.length === 0) return undefined
  const written = message.text.slice(first.from, first.to)
  return written === written.toLowerCase() || /^(?:all|every|each|any|the)$/.test(first.said) ? found.after : undefined
}
