import { dockStart } from '@nlpjs/basic'
import type { Document, Finder } from './document.ts'

/** What is used of NLP.js, which brings no types. */
type Nlp = {
  addLanguage(locale: string): void
  addDocument(locale: string, utterance: string, intent: string): void
  train(): Promise<void>
  process(locale: string, utterance: string): Promise<{ readonly intent: string; readonly score: number }>
}

const settings = { nlp: { autoLoad: false, autoSave: false, modelFileName: '', nlu: { log: false } } }

/** Its own intent for what is none of ours. */
const none = 'None'

/**
 * Each document is an intent with its questions as utterances; what declines is its intent "None". One model for the three
 * languages. Masked phrasings with named entities were right about as often, but its entity search took 0.3 s a question.
 */
export async function buildNlpjs(documents: readonly Document[]): Promise<Finder> {
  const dock = await dockStart({ settings, use: ['Basic', 'LangEn'] })
  const nlp = dock.get('nlp') as Nlp
  nlp.addLanguage('en')
  for (const { id, questions, declines } of documents)
    for (const question of questions) nlp.addDocument('en', question, declines ? none : id)
  await nlp.train()
  return async (question) => {
    const { intent, score } = await nlp.process('en', question)
    return intent === none ? undefined : { document: intent, score }
  }
}
