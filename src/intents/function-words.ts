/**
 * Small words that carry no subject, in the three languages. They are no names, prove nothing about a question, and may
 * be skipped inside a name ("Platform for the International Cooperation").
 */
const functionWords = new Set(
  `a an the this that these those of in on at to for from by with as and or but if so than then also too
  is are was were be been am do does did doing done has have had having will would shall should can could may might must
  i me my we our you your he him his she her it its they them their who whom whose which what when where why how there here
  not no yes any some all each both only just very more most much many
  le la les l un une des du de d au aux en dans sur pour par avec sans chez et ou mais donc si que qu qui quoi dont
  est sont etait ete etre a ont avoir sera ce cet cette ces il elle ils elles on nous vous je tu mon ma mes votre vos notre nos leur leurs son sa ses y ne pas plus
  el los las lo un una unos unas del al en con sin por para y e o u que quien quienes cual cuales cuando donde como
  es son era fue fueron ser estar esta estan ha han hay se su sus mi mis nuestro nuestra me te le les nos no si muy mas este ese esa eso esto`.split(
    /\s+/,
  ),
)

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word)
}
