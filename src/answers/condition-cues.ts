/** A word or phrase that says how the conditions around it are meant, and its last token. */
export type Cue = {
  readonly kind: /** What follows is ruled out: "not", "neither"; "without" ends where "with" begins. */
    | 'not'
    | 'without'
    /** What follows is wanted again: "but", "where". */
    | 'again'
    /** As 'again', but only behind "without". */
    | 'with'
    /** Nothing beside the role next to it, or nothing beside what is wanted anywhere. */
    | 'only'
    | 'nothing-else'
    /** Something beside it. */
    | 'more'
    /** A secretariat, or any role of that group. */
    | 'secretariat'
    | 'secretariat-role'
    /** Some partner, whoever it is. */
    | 'partner'
    /** A condition that nothing here can tell of. */
    | 'unclear'
  readonly last: number
}

/** The cue at a place in folded words, if one begins there. */
export function cueAt(words: readonly string[], at: number): Cue | undefined {
  return phraseAt(words, at) ?? onlyByNegation(words, at) ?? wordAt(words, at)
}

const phrases: readonly (readonly [string, Cue['kind']])[] = [
  ['nothing but', 'nothing-else'],
  ['nothing else', 'nothing-else'],
  ['no other', 'nothing-else'],
  ['rien d autre', 'nothing-else'],
  ['aucun autre', 'nothing-else'],
  ['nada mas', 'nothing-else'],
  ['ningun otro', 'nothing-else'],
  ['ninguna otra', 'nothing-else'],
  ['not only', 'more'],
  ['not just', 'more'],
  ['not merely', 'more'],
  ['more than', 'more'],
  ['pas seulement', 'more'],
  ['pas uniquement', 'more'],
  ['plus que', 'more'],
  ['plus qu', 'more'],
  ['no solo', 'more'],
  ['no solamente', 'more'],
  ['mas que', 'more'],
  ['other than', 'unclear'],
  ['autre que', 'unclear'],
  ['autre qu', 'unclear'],
  ['rather than', 'without'],
  ['instead of', 'without'],
  ['plutot que', 'without'],
  ['en lugar de', 'without'],
  ['en vez de', 'without'],
]
const phraseWords = phrases.map(([phrase, kind]) => [phrase.split(' '), kind] as const)

function phraseAt(words: readonly string[], at: number): Cue | undefined {
  const found = phraseWords.find(([phrase]) => phrase.every((word, i) => words[at + i] === word))
  return found && { kind: found[1], last: at + found[0].length - 1 }
}

/** How far "ne" and "que" stand apart: "l’OIM n’est-elle qu’observatrice". */
const neReach = 5

function onlyByNegation(words: readonly string[], at: number): Cue | undefined {
  if (words[at] !== 'qu' && words[at] !== 'que') return undefined
  const before = words.slice(Math.max(0, at - neReach), at)
  const isNe = before.includes('n') || before.includes('ne')
  return isNe && !before.includes('pas') ? { kind: 'only', last: at } : undefined
}

const wordKinds = new Map<string, Cue['kind']>([
  ...kind('not', 'not no never neither nor isnt doesnt dont arent wasnt pas ni aucun aucune ningun ninguna'),
  ...kind('without', 'without sans sin lack lacks lacking except excepting excepto excepte sauf salvo unless'),
  ...kind('again', 'but mais pero sino yet however though while where whereas donde'),
  ...kind('with', 'with avec con'),
  ...kind('only', 'only solely merely just purely exclusively simply alone seulement uniquement simplement'),
  ...kind('only', 'solo solamente unicamente exclusivamente simplemente'),
])

function kind(cue: Cue['kind'], words: string): (readonly [string, Cue['kind']])[] {
  return words.split(' ').map((word) => [word, cue] as const)
}

const links = new Set(['and', 'et', 'y', 'e'])
const verbs = new Set(
  'is are serves serve acts act has have does est sont assure assurent a ont es son ejerce tiene'.split(' '),
)
const secretariats = new Set('secretariat secretariats secretaria secretarias secretariado secretariados'.split(' '))
const roleWords = new Set('role roles function functions fonction fonctions papel papeles funcion funciones'.split(' '))
const partnerWords = new Set('partner partners partenaire partenaires socio socios'.split(' '))
const quantifiers = new Set('a any another some no without un une sans aucun avec sin con ningun algun with'.split(' '))

function wordAt(words: readonly string[], at: number): Cue | undefined {
  const [before = '', word = '', next = '', after = ''] = [words[at - 1], words[at], words[at + 1], words[at + 2]]
  const known = wordKinds.get(word)
  if (known) return { kind: known, last: at }
  if (links.has(word) && (verbs.has(next) || verbs.has(after))) return { kind: 'again', last: at }
  if (secretariats.has(word)) {
    const role = roleWords.has(next) || roleWords.has(before) || roleWords.has(words[at - 2] ?? '')
    return { kind: role ? 'secretariat-role' : 'secretariat', last: role && roleWords.has(next) ? at + 1 : at }
  }
  return partnerWords.has(word) && quantifiers.has(before) ? { kind: 'partner', last: at } : undefined
}
