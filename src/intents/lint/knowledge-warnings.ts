import type { LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import { warnOfFewPhrasings } from '../../knowledge/phrasing-counts.ts'
import { byLocation, type Warning } from '../../knowledge/problem.ts'
import { warnOfSources } from '../../knowledge/source-ages.ts'
import { warnOfSharedNames } from './shared-names.ts'
import { warnOfSharedPhrasings } from './shared-phrasings.ts'
import { warnOfSharedWords } from './shared-words.ts'
import { warnOfStrayPhrasings } from './stray-phrasings.ts'
import { warnOfUnknownZones } from './zone-warnings.ts'

/** Everything in a good knowledge folder that an editor may want to look at, in the order of the files. */
export function knowledgeWarnings(located: LocatedKnowledge, today: Temporal.PlainDate): Warning[] {
  return [
    ...warnOfSharedNames(located),
    ...warnOfFewPhrasings(located),
    ...warnOfSharedPhrasings(located),
    ...warnOfStrayPhrasings(located),
    ...warnOfSharedWords(located),
    ...warnOfSources(located, today),
    ...warnOfUnknownZones(located),
  ].sort(byLocation)
}
