import { cut, type Message } from './message-words.ts'

/** Where the reminder goes: to this conversation, to the person alone, or to a channel as it was written. */
export type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'me' }
  | { readonly kind: 'channel'; readonly name: string }

export type FoundPlace = { readonly place: Place | 'somebody' | undefined; readonly rest: Message }

const channel = '(?:<#[^> ]*>|#\\S+)'
const here =
  '(?:here|ici|aqui|(?:(?:in|to|dans|a|en) )?(?:this|ce|cette|este|esta) (?:channel|chat|group|conversation|canal|groupe|grupo|conversacion)|(?:the|our|le|notre|el|nuestro) (?:whole )?(?:team|group|channel|groupe|canal|equipe|grupo|equipo)|l equipe)'
const many = '(?:us(?: all)?|nous|nos|everyone|everybody|all of us|tout le monde|(?:a )?todos)'
const mine = '(?:me|moi|myself|a mi|mi)'
const toChannel = `(?:in |to |on |the |a |au |dans |sur |en |al )?(?:(?:the |le |la |el )?(?:channel |canal ))?(?<channel>${channel})(?: channel)?`

const leading = new RegExp(
  `^ (?:(?<mine>${mine})(?: (?<there>${toChannel.replace('channel>', 'second>')}|${here}))?|(?<here>${here}|${many})|${toChannel}|(?:a )?(?<somebody><@[^> ]*>|<at>.{0,80}?</at>|them|him|her|@ \\S+))(?= )`,
)
const anywhere = new RegExp(
  ` (?:(?:in |to |on |dans |sur |en |a |au |al )(?:(?:the |le |la |el )?(?:channel |canal ))?(?<channel>${channel})(?: channel)?|(?<here>${here}))(?= $| (?:,|at|a) )`,
)

/** To whom, where a request begins: "me", "#channel", "this channel". */
export function readPlace(message: Message): FoundPlace {
  const found = cut(message, leading)
  if (!found) return { place: undefined, rest: message }
  const { mine: me, there, here: hereSaid, channel: name, second, somebody } = found.match.groups ?? {}
  const rest = found.after
  if (somebody) return { place: 'somebody', rest }
  if (name ?? second) return { place: { kind: 'channel', name: channelIn(message, found.before, rest) }, rest }
  return { place: { kind: (hereSaid ?? there) ? 'here' : me ? 'me' : 'here' }, rest }
}

/** The same at the end of a request: "… in #general", "… here". */
export function readPlaceBehind(message: Message): FoundPlace {
  const found = cut(message, anywhere)
  if (!found) return { place: undefined, rest: message }
  const rest = { text: message.text, words: [...found.before.words, ...found.after.words] }
  if (found.match.groups?.here) return { place: { kind: 'here' }, rest }
  return { place: { kind: 'channel', name: channelIn(message, found.before, found.after) }, rest }
}

/** As it was written, between what stands before it and behind it. */
function channelIn(whole: Message, before: Message, after: Message): string {
  const matched = whole.words.slice(before.words.length, whole.words.length - after.words.length)
  const word = matched.find(({ said }) => /^(?:<#|#.)/.test(said))
  return word ? whole.text.slice(word.from, word.to) : ''
}
