import { readDays, type Today, withoutDay } from './calendar-days.ts'
import { durationOf, durationPattern } from './durations.ts'
import { findPlainLeads } from './leads.ts'
import { cut, lineOf, type Message, writtenAs } from './message-words.ts'
import { numberOf, numberPattern } from './number-names.ts'
import { asks, takeClock, type Unclear } from './setting.ts'
import { unclear } from './unclear.ts'

/** A number of the list, all of them, or what they remind of as written. */
export type Which = number | 'all' | string

export type Managing =
  | { readonly kind: 'list' }
  | { readonly kind: 'stop'; readonly which: Which }
  | { readonly kind: 'snooze'; readonly which: Which; readonly for: string }
  | { readonly kind: 'edit'; readonly which: Which; readonly leads?: readonly string[]; readonly at?: string }

const noun = '(?:reminders?|rappels?|recordatorios?)'
const owner = '(?:the |my |our |this |that |mes |mon |le |les |ce |nos |mis? |el |los |este |nuestros )?'
const showing =
  '(?:show|list|see|view|give|display|what are|which are|montre[rz]?|liste[rz]?|affiche[rz]?|voir|quels sont|muestra(?:me)?|mostrar|lista|listar|ver|cuales son)'
const lists = [
  new RegExp(
    `^ (?:${showing} (?:(?:me|us|moi|nous) )?)?(?:all |tous |todos )?(?:of )?${owner}(?:active |current )?(?:reminders|rappels|recordatorios)(?: list| liste| lista)?(?: \\?)? $`,
  ),
  new RegExp(`^ (?:reminders|rappels|recordatorios) (?:${showing}|list|liste|lista) $`),
  /^ (?:what|which|quels?|que|cuales|cuantos|how many|combien de) (?:reminders|rappels|recordatorios) (?:do (?:i|we) have|are (?:set|there|active)|ai je|avons nous|j ai|tengo|tenemos|hay)(?: set)?(?: \?)? $/,
]

const stopping =
  '(?:stop|cancel|delete|remove|end|drop|turn off|switch off|unset|arrete[rz]?|annule[rz]?|supprime[rz]?|desactive[rz]?|para|parar|deten|detener|cancela|cancelar|elimina|eliminar|borra|borrar|quita|quitar|desactiva|desactivar)'
const notReminding =
  /^ (?:(?:(?:do not|don t|never|stop) remind(?:ing)? (?:me|us)(?: any ?more)?)|arrete[rz]? de (?:me|nous) rappeler|ne (?:me|nous) rappell?e[sz]? (?:plus|pas)|(?:no|deja de) (?:me|nos) recuerdes(?: mas)?|deja de record(?:arme|arnos))(?: (?:of|about|before|for|de la|de l|des|du|de|la|les|las|los|sobre))?(?= )/
const snoozing = '(?:snooze|sleep|mute)'
/** Words that put off meetings too: they need a reminder to put off. */
const puttingOff =
  '(?:pause|postpone|delay|hold|suspend|reporte[rz]?|mets en pause|mettre en pause|suspend(?:s|re|ez)|repousse[rz]?|pospon|posponer|pausa|pausar|aplaza|aplazar|silencia|silenciar)'
const changing =
  '(?:change|edit|modify|update|move|reschedule|modifie[rz]?|change[rz]?|deplace[rz]?|mueve|cambia|cambiar|modifica|modificar|edita|editar)'

/** Commands about the reminders there are: list, stop, snooze, change. */
export function readManaging(message: Message, today: Today): Managing | Unclear | undefined {
  const line = lineOf(message)
  if (lists.some((pattern) => pattern.test(line))) return { kind: 'list' }
  return readStop(message) ?? readSnooze(message, today) ?? readEdit(message)
}

function readStop(message: Message): Managing | Unclear | undefined {
  if (/^ (?:stop (?:all|everything)|(?:reminders|rappels|recordatorios) off) $/.test(lineOf(message)))
    return { kind: 'stop', which: 'all' }
  const unwanted = cut(message, notReminding)
  if (unwanted) return stop(unwanted.after, true)
  const found = named(message, stopping)
  if (found) return stop(found.rest, found.isPlural)
  const bare = cut(message, new RegExp(`^ (?:stop|${stopping})(?= )`))
  if (!bare) return undefined
  const isNumber = new RegExp(`^ (?:#|no|nr|n)? ?${numberPattern} $`).test(lineOf(bare.after))
  if (isNumber) return stop(bare.after, false)
  return bare.match[0] === ' stop' && bare.after.words.length === 0 ? asks(unclear.whichReminder) : undefined
}

function stop(rest: Message, isPlural: boolean): Managing | Unclear {
  const which = whichOf(rest, isPlural)
  return which === undefined ? asks(unclear.whichReminder) : { kind: 'stop', which }
}

function readSnooze(message: Message, today: Today): Managing | Unclear | undefined {
  const found = named(message, `(?:${snoozing}|${puttingOff})`) ?? snoozeByNumber(message)
  if (!found) return undefined
  const how = howLong(found.rest, today)
  const which = whichOf(how?.before ?? found.rest, found.isPlural)
  if (which === undefined) return asks(unclear.whichReminder)
  return how?.duration ? { kind: 'snooze', which, for: how.duration } : asks(unclear.snoozeFor)
}

function snoozeByNumber(message: Message): Found | undefined {
  const found =
    cut(message, new RegExp(`^ ${snoozing}(?= )`)) ??
    cut(message, new RegExp(`^ ${puttingOff}(?= (?:#|n|no)? ?${numberPattern} )`))
  return found && { rest: found.after, isPlural: false }
}

const lasting = new RegExp(`(?: (?:for|by|during|pendant|pour|de|durante|por))? (${durationPattern})(?= $)`)
const until = / (?:until|till|to|jusqu au|jusqu a|hasta el|hasta)(?= )/

function howLong(
  rest: Message,
  today: Today,
): { readonly before: Message; readonly duration: string | undefined } | undefined {
  const found = cut(rest, lasting)
  if (found) return { before: found.before, duration: durationOf(found.match[1] ?? '') }
  const end = cut(rest, until)
  if (!end) return undefined
  const clock = takeClock(withoutDay(end.after))
  const [day, other] = readDays(end.after, today)
  const isRead =
    day &&
    !other &&
    clock !== 'unread' &&
    !clock.at &&
    clock.rest.words.every(({ said }) => /^(?:on|le|el|the|of|\d{4}|de|del)$/.test(said))
  const days = isRead ? today.until(day).days : 0
  return { before: end.before, duration: days > 0 ? `P${days}D` : undefined }
}

function readEdit(message: Message): Managing | Unclear | undefined {
  const found =
    named(message, changing) ??
    withNumber(cut(message, new RegExp(`^ ${changing}(?= (?:#|n|no)? ?${numberPattern} (?:to|a|en|por|:|at) )`)))
  if (!found) return undefined
  const number = cut(
    found.rest,
    new RegExp(`^ (?:(?:number|numero|no|n|#) )?(${numberPattern})(?: (?:to|:|a|en|por|,|pour))?(?= )`),
  )
  if (!number) return asks(unclear.whichReminder)
  const changes = changesIn(number.after)
  return 'because' in changes ? changes : { kind: 'edit', which: numberOf(number.match[1] ?? ''), ...changes }
}

function withNumber(found: ReturnType<typeof cut>): Found | undefined {
  return found && { rest: found.after, isPlural: false }
}

function changesIn(message: Message): { readonly leads?: readonly string[]; readonly at?: string } | Unclear {
  const found = findPlainLeads(message)
  if (found && typeof found.leads === 'string')
    return asks(found.leads === 'doubtful' ? unclear.oneOrTwo : unclear.length)
  const words = found ? [...found.before.words, ...found.after.words] : message.words
  const clock = takeClock({ text: message.text, words })
  if (clock === 'unread') return asks(unclear.time)
  const leads = found && typeof found.leads === 'object' ? found.leads : undefined
  const at = clock.at ?? leads?.at
  if (clock.rest.words.length > 0 || (!leads && !at)) return asks(unclear.changeTo)
  return { ...(leads ? { leads: leads.durations } : {}), ...(at ? { at } : {}) }
}

type Found = { readonly rest: Message; readonly isPlural: boolean }

/** "stop reminder 2", "reminders stop 2", "stop MIDSA reminders": the verb and the reminders, in any order. */
function named(message: Message, verb: string): Found | undefined {
  const found =
    cut(message, new RegExp(`^ (?<noun>${noun}) ${verb}(?= )`)) ??
    cut(message, new RegExp(`^ ${verb} (?<all>all |tous |todos )?(?:of )?${owner}(?<noun>${noun})(?= )`))
  const groups = found?.match.groups
  if (found) return { rest: found.after, isPlural: !!groups?.all || isPlural(groups?.noun, found.match[0]) }
  const between = cut(message, new RegExp(`^ ${verb} ${owner}(?<what>(?:\\S+ ){1,8})(?<noun>${noun})(?= )`))
  if (!between) return undefined
  const what = cut(message, new RegExp(`^ ${verb} ${owner.trimEnd()}(?=[^]*)`))
  const inner = what ? withoutNoun(what.after, between.after) : between.after
  return { rest: inner, isPlural: false }
}

/** Of "MIDSA reminders for 3 days" what stands on both sides of the noun. */
function withoutNoun(words: Message, behind: Message): Message {
  const upTo = words.words.length - behind.words.length - 1
  return { text: words.text, words: [...words.words.slice(0, upTo), ...behind.words] }
}

/** In "reminders stop 2" the plural is the name of the command. */
function isPlural(said: string | undefined, matched: string): boolean {
  return !!said?.endsWith('s') && matched.endsWith(said)
}

const everything =
  /^ (?:all|everything|all of them|them all|tous|toutes|tout|todos|todas|todo)(?: (?:reminders|rappels|recordatorios))? $/

function whichOf(rest: Message, isPlural: boolean): Which | undefined {
  const name =
    cut(
      rest,
      /^ (?:of|for|about|before|to|de la|de l|des|du|de|pour|sobre|para|del|las|los|les|number|numero|no|n|#)(?= )/,
    )?.after ?? rest
  const line = lineOf(name)
  if (line === ' ') return isPlural ? 'all' : undefined
  if (everything.test(line)) return 'all'
  const number = new RegExp(`^ #?(${numberPattern}) $`).exec(line)
  if (number) return numberOf(number[1] ?? '')
  // Several numbers, or one with words around it: nothing is stopped on a guess.
  const isName =
    !/^ (?:\d|(?:it|this|that|them|eso|ca|on|in|at|when|if|le|en|si) )/.test(line) && name.words.length <= 12
  return isName ? writtenAs(name) : undefined
}
