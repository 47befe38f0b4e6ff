import { durationOf, durationPattern } from './durations.ts'
import { type Cut, cut, lineOf, type Message } from './message-words.ts'

/** When nothing is said: a week and a day before, at nine in the morning. */
export const defaultLeads: readonly string[] = ['P7D', 'P1D']
/** The time of day of leads of whole days, when neither the person nor the meeting says one. */
export const defaultAt = '09:00'

/** How long before a meeting; where the words name a time of day ("la veille au soir"), that too. */
export type Leads = { readonly durations: readonly string[]; readonly at: string | undefined }

/** "doubtful" could be one duration or two, as "2 hours and 30 minutes"; "unread" is no duration that a reminder can have. */
export type FoundLeads = Pick<Cut, 'before' | 'after'> & { readonly leads: Leads | 'doubtful' | 'unread' | 'two times' }

const ahead =
  '(?:before(?:hand)?|ahead of|ahead|prior to|in advance of|in advance|earlier|avant|d avance|a l avance|en avance|auparavant|plus tot|antes del?|antes|de antelacion(?: a)?|con antelacion(?: a)?|previos? al?|previas? al?)'

/** Leads that have a name of their own. */
const named: readonly { readonly said: string; readonly lead: string; readonly at?: string }[] = [
  { said: 'l avant veille', lead: 'P2D' },
  {
    said: '(?:la veille au soir|the (?:evening|night) before|la noche (?:antes|anterior)|la vispera por la noche)',
    lead: 'P1D',
    at: '18:00',
  },
  {
    said: '(?:(?:on )?the (?:day|morning) before|la veille|la vispera|(?:el )?dia (?:antes|anterior)|le jour (?:d avant|precedent))',
    lead: 'P1D',
  },
  { said: '(?:the week before|la semaine (?:d avant|precedente)|la semana (?:antes|anterior))', lead: 'P7D' },
  { said: '(?:the month before|le mois (?:d avant|precedent)|el mes (?:antes|anterior))', lead: 'P1M' },
  {
    said: '(?:(?:on |in )?the (?:same (?:day|morning)|(?:day|morning) (?:itself|of))|on the day(?: itself| of)?|(?:le |ce )?(?:jour|matin) meme|(?:en )?(?:el|ese) mismo dia|(?:en )?(?:la|esa|esta) misma manana|el dia de)',
    lead: 'P0D',
    at: defaultAt,
  },
]
const namedPattern = named.map(({ said }) => said).join('|')
const connector = '(?: (?:of|de la|de l|du|des|del|de|avant|antes del?|al?))?'

const anyLead = `(?:${namedPattern}|${durationPattern}(?: ${ahead})?)`
const join = '(?: (?:,|and|et|y|e|plus|&|\\+|;|or|ou|o|as well as|ainsi que)){0,2}'
/** A row of leads, of which the last says that it is before something. */
const rowPattern = new RegExp(
  ` (?:just |exactly |also |aussi |tambien )?(?:${anyLead}${join} )*?(?:(?:${namedPattern})${connector}|${durationPattern} ${ahead})(?: (?:of|que|de que))?(?= )`,
)
/** The same where it need not be said that it is before something: behind "change reminder 2 to". */
const plainRowPattern = new RegExp(` ${anyLead}(?:${join} ${anyLead})*(?= )`)
const pieces = new RegExp(
  ` (?:(?<name>${namedPattern})|(?<duration>${durationPattern})(?: (?<ahead>${ahead}))?)(?<joined> (?:,|and|et|y|e|plus|&|\\+|;|or|ou|o|as|ainsi))?(?= )`,
  'g',
)

/** The first row of leads of a message, "2 weeks, 3 days and 1 hour before", and what stands around it. */
export function findLeads(message: Message): FoundLeads | undefined {
  return read(cut(message, rowPattern))
}

export function findPlainLeads(message: Message): FoundLeads | undefined {
  return read(cut(message, plainRowPattern))
}

function read(found: Cut | undefined): FoundLeads | undefined {
  return found && { before: found.before, after: found.after, leads: leadsOf(`${found.match[0]} `) }
}

function leadsOf(line: string): FoundLeads['leads'] {
  const found = [...line.matchAll(pieces)].map(({ groups }) => groups ?? {})
  const read = found.map(({ name, duration }) => (name ? leadNamed(name) : { lead: durationOf(duration ?? '') }))
  if (read.some(({ lead }) => lead === undefined)) return 'unread'
  if (found.some((piece, at) => isDoubtful(piece, found[at + 1]))) return 'doubtful'
  const durations = read.flatMap(({ lead }) => lead ?? [])
  const times = read.flatMap((piece) => ('at' in piece && piece.at ? [piece.at] : []))
  if (new Set(times).size > 1) return 'two times'
  return { durations: [...new Set(durations)].sort((a, b) => lengthOf(b) - lengthOf(a)), at: times[0] }
}

function leadNamed(words: string): { readonly lead: string | undefined; readonly at?: string } {
  return named.find(({ said }) => new RegExp(`^${said}$`).test(words)) ?? { lead: undefined }
}

type Piece = Readonly<Record<string, string | undefined>>

/** Two durations in a row are two reminders only if that is said, and hours with minutes may be one even then. */
function isDoubtful(piece: Piece, next: Piece | undefined): boolean {
  if (!next || piece.ahead || piece.name) return false
  if (!piece.joined) return true
  const [first, second] = [durationOf(piece.duration ?? ''), durationOf(next.duration ?? '')]
  return /^PT\d+H$/.test(first ?? '') && /^PT\d+M$/.test(second ?? '')
}

/** Minutes, with months of thirty days: good enough to sort by. */
function lengthOf(lead: string): number {
  const { months, days, hours, minutes } = Temporal.Duration.from(lead)
  return ((months * 30 + days) * 24 + hours) * 60 + minutes
}

/** Whether the lead is counted in days, so that a time of day can be said for it. */
export function isOfDays(lead: string): boolean {
  return !lead.includes('T')
}

/** Whether durations or words for "before" and "after" are left, which would then be read as a part of a name. */
export function holdsLead(message: Message): boolean {
  return leftOver.test(lineOf(message))
}

const leftOver = new RegExp(
  ` (?:${durationPattern} (?:${ahead}|after|later|ago|from now|apres|plus tard|despues|mas tarde|and a half|et demie?|y medi[oa])|(?:after|apres|despues de|(?:in|within|dans|dentro de|en|hace|il y a) ${durationPattern}|${ahead})) `,
)
