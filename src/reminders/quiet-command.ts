import { anyClockPattern, clockOf } from './clock-times.ts'
import { cut, lineOf, type Message } from './message-words.ts'
import { asks, type Unclear } from './setting.ts'
import { unclear } from './unclear.ts'

export type Quiet =
  | { readonly kind: 'quiet'; readonly from: string; readonly to: string }
  | { readonly kind: 'quiet-off' }

const hours =
  '(?:quiet(?: hours?| times?)?|do not disturb|don t disturb|dnd|no reminders|heures? (?:calmes?|de silence|silencieuses?)|ne pas deranger|pas de rappels?|silence|(?:horas? )?(?:de )?silencio|horas? (?:tranquilas?|silenciosas?)|no molestar|sin recordatorios)'
const set = '(?:set|change|changer|modifier|cambiar|my|mes|mis|definir|poner|activer|activar)'
const off = '(?:off|none|no|desactivees?|desactive|desactivad[ao]s?|non|inactives?|apagad[ao]s?)'
const turningOff =
  '(?:turn off|switch off|stop|end|remove|no|cancel|disable|desactiver?|supprimer?|annuler?|arreter?|desactivar|desactiva|quitar|quita|eliminar)'

const offPatterns = [
  new RegExp(`^ ${hours} ${off} $`),
  new RegExp(`^ ${turningOff} (?:the |my |les |mes |las |mis |el )?${hours} $`),
]
const from = '(?:to|between|from|after|de|entre|a partir de|desde|:|at)'
const to = '(?:to|until|till|and|a|et|jusqu a|y|hasta)'
const asked = new RegExp(`^ (?:${set} ){0,3}${hours}(?: ${from})?(?= )`)
const span = new RegExp(`^ (?<from>${anyClockPattern})(?: ${to})? (?<to>${anyClockPattern}) $`)

/** When nothing is to be sent: "quiet hours from 22:00 to 07:00", "heures calmes de 22h à 7h", "quiet off". */
export function readQuiet(message: Message): Quiet | Unclear | undefined {
  const line = lineOf(message)
  if (offPatterns.some((pattern) => pattern.test(line))) return { kind: 'quiet-off' }
  const times = cut(message, asked)?.after
  if (!times) return undefined
  const found = span.exec(lineOf(times))?.groups
  const [start, end] = [clockOf(found?.from ?? ''), clockOf(found?.to ?? '')]
  if (start && end && start !== end) return { kind: 'quiet', from: start, to: end }
  const saysTime = times.words.length === 0 || /^ \d/.test(lineOf(times))
  return saysTime ? asks(unclear.quietHours) : undefined
}
