/** Whether a stretch of text names something: an entry, a place or a date. */
type Names = (text: string) => boolean

/** A correction is short; a long message says itself what it is about. */
const longest = 300

/**
 * A message without the words that only tie it to the talk: "no, I meant Almaty", "not Bali, Almaty", "back to
 * Colombo: who …". What remains is read like any follow-up, so the intent stays and the subject is replaced.
 */
export function takeOffConnectives(message: string, names: Names): string {
  if (message.length > longest) return message
  const rest = withoutOpening(message)
  return withoutRuledOut(rest, names).trim() || message
}

const negations = 'no|nope|nah|non|nan|sí pero|si mais|but no|mais non|pero no'
const apologies =
  'sorry|pardon(?:ez-moi|nez-moi| me)?|perd[oó]n[ae]?|disculp[ae](?:me)?|oops|whoops|ups|oups|désolée?|desolee?|excusez[- ]moi|lo siento|my (?:bad|mistake)|correction|correcci[oó]n|erreur|error'
const hesitations =
  'oh|ah|hm+|euh|eh|uh|um|well|wait|hold on|hang on|attends?|attendez|esper[ae]|actually|in fact|or rather|rather|en fait|plut[oô]t|de hecho|m[aá]s bien|mejor dicho|bueno|bon|ok(?:ay)?'
const meant = [
  '(?:i|we) (?:really |actually |just )?(?:mean|meant|want(?:ed)?|said|asked (?:about|for))(?: to (?:say|ask(?: about)?|write))?',
  "(?:i|we)(?:['’]m| am| was|['’]re| were) (?:really |actually )?(?:talking about|asking (?:about|for)|thinking of|referring to)",
  '(?:je|on) (?:voulais|veux|souhaitais) (?:dire|parler d[eu]|demander)',
  '(?:je|on) (?:parl(?:ais|e|ait)|pens(?:ais|e)|demand(?:ais|e))(?: d[eu]| [aà]| pour)?',
  '(?:quise|quer[ií]a|quiero) (?:decir|preguntar(?: por)?)',
  '(?:yo )?(?:me|nos) (?:refer[ií]a|refiero|refer[ií]amos) a',
  '(?:yo )?(?:habl(?:aba|o)|pregunt(?:aba|o)|pensaba) (?:de|por|en|sobre)',
].join('|')
const returning =
  "(?:(?:let['’]?s |let us |can we )?(?:go |going |come |coming |get |getting )?back|return(?:ing)?|retour|reven(?:ons|ez|ir)(?:-en)?|pour revenir|en revenant|volv(?:iendo|amos|er)|regres(?:ando|emos|o)|vuelv[eo]) (?:to|[aà]|au(?:x)?|al?|sur)"

const gap = '[\\s,.;:!…–—-]*'
/** "No", said of what was understood, and not the beginning of "no year is given". */
const denial = `(?:(?:${negations})(?=\\s*[,.;:!…–—-]|\\s+(?:${negations}|${apologies}|${hesitations}|${meant})(?!\\p{L})))`
const interjection = `(?:(?:${denial}|(?:${apologies}|${hesitations})(?!\\p{L}))${gap})`
const opening = new RegExp(`^\\W*${interjection}{0,4}(?:(?:${meant})(?!\\p{L})${gap})?`, 'iu')
const coming = new RegExp(`^\\W*(?:(?:and|so|et|y|ok(?:ay)?|now|maintenant|ahora)\\s+)?(?:${returning})\\s+`, 'iu')

function withoutOpening(message: string): string {
  const back = message.replace(coming, '')
  if (back !== message) return back
  const rest = message.replace(opening, '')
  // "Sorry?" is all there is.
  return /[\p{L}\p{N}]/u.test(rest) ? rest : message
}

/** "Not Bali, Almaty", "no Bali sino Almaty"; what is ruled out is a name, else it is another sentence. */
const ruledOutFirst =
  /^\W*(?:not|pas|non pas|no)\s+([^,;.?!]{2,60}?)\s*(?:[,;.–—]\s*(?:but|mais|sino|pero)?|\s(?:but|mais|sino|pero))\s+(.+)$/iu
/** "Almaty, not Bali", "Almaty et pas Bali". */
const ruledOutLast = /^(.{2,80}?)(?:\s*[,;(–—]\s*|\s+)(?:(?:and|et|y)\s+)?(?:not|pas|no|non)\s+([^,;?!]{2,60}?)\W*$/iu
/** "Almaty, sorry", "Almaty I mean". */
const closing = new RegExp(
  `^(.{2,80}?)${gap}\\s(?:${apologies}|i mean(?:t)?|je veux dire|quiero decir|quise decir)\\W*$`,
  'iu',
)

function withoutRuledOut(message: string, names: Names): string {
  const plain = closing.exec(message)?.[1] ?? message
  const first = ruledOutFirst.exec(plain)
  if (first?.[1] && first[2] && names(first[1])) return first[2]
  const last = ruledOutLast.exec(plain)
  return last?.[1] && last[2] && names(last[1]) && names(last[2]) ? last[1] : plain
}
