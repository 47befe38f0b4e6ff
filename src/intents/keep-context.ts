import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import type { Context, KeptContext, KeptTopic, Topic } from './conversation.ts'
import { outOfScope, topicIdOf } from './phrasings.ts'

/** Longer questions are not kept word for word: nobody asks for them again. */
const longestKept = 500
/** More than a person would count off by "the seventh". */
const mostShown = 40
/** What was talked about longer ago is not come back to by half a name. */
const mostEarlier = 12

/** A context with ids in place of entries. */
export function keepContext({ asked, ...topic }: Context): KeptContext {
  return {
    ...keepTopic(topic),
    ...(asked && asked.text.length <= longestKept
      ? { asked: { text: asked.text, before: asked.before && keepTopic(asked.before) } }
      : {}),
  }
}

/** The context as the knowledge has it now. Entries that are gone are dropped; without its intent nothing is left. */
export function recallContext(kept: KeptContext | undefined, knowledge: Knowledge): Context | undefined {
  const topic = recallTopic(kept, knowledge)
  if (!topic) return undefined
  const asked = kept?.asked && { text: kept.asked.text, before: recallTopic(kept.asked.before, knowledge) }
  return { ...topic, asked }
}

function keepTopic({ intent, subjects, series, shown = [], earlier = [], citations = [], language }: Topic): KeptTopic {
  return {
    intent,
    subjects: idsOf(subjects.slice(0, mostShown)),
    series: idsOf(series.slice(0, mostShown)),
    shown: idsOf(shown.slice(0, mostShown)),
    earlier: idsOf(earlier.slice(0, mostEarlier)),
    citations: citations.slice(0, mostShown),
    ...(language && { language }),
  }
}

function recallTopic(kept: KeptTopic | undefined, knowledge: Knowledge): Topic | undefined {
  if (!kept || !isKnown(kept.intent, knowledge)) return undefined
  const entriesOf = (ids: readonly string[] = []) =>
    ids.map((id) => knowledge.entries.get(id)).filter((entry) => entry !== undefined)
  const { intent, citations, language } = kept
  return {
    intent,
    subjects: entriesOf(kept.subjects),
    series: entriesOf(kept.series),
    shown: entriesOf(kept.shown),
    earlier: entriesOf(kept.earlier),
    ...(citations && { citations }),
    ...(language && { language }),
  }
}

function isKnown(intent: string, { intents, topics }: Knowledge): boolean {
  return intents.has(intent) || topics.has(topicIdOf(intent) ?? '') || intent === outOfScope
}

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id)
}
