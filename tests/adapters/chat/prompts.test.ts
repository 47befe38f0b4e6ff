import { describe, expect, test } from 'vitest'
import { exampleQuestions, mostPrompts, prompts, promptsFor } from '../../../adapters/chat/prompts.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { ask } from '../../answers/shipped-answers.ts'
import { knowledge } from '../../intents/shipped-understanding.ts'

const all = languages.flatMap((language) => prompts[language].map((prompt) => ({ language, ...prompt })))

describe('what is offered', () => {
  const topic = (id: string) => ({
    kind: 'topic',
    id,
    title: `About ${id}`,
    questions: [`where is ${id}?`],
    answer: 'x',
  })
  const withTopics = (...ids: string[]): Knowledge => ({
    ...knowledge,
    topics: new Map(ids.map((id) => [id, topic(id)])) as Knowledge['topics'],
  })
  const nothingElse: Knowledge = { ...knowledge, entries: new Map() }

  test('is what the shipped knowledge answers', () => {
    expect(promptsFor(knowledge, 'fr')).toEqual(prompts.fr)
  })

  test('begins with two topics of the organisation, where there are processes too', () => {
    const titles = promptsFor(withTopics('a', 'b', 'c'), 'en').map(({ title }) => title)
    expect(titles).toEqual(['About a', 'About b', prompts.en[0]?.title, prompts.en[1]?.title])
  })

  test('is four of the topics, where there is nothing else', () => {
    const { topics } = withTopics('a', 'b', 'c', 'd', 'e')
    const examples = ['where is a?', 'where is b?', 'where is c?', 'where is d?']
    expect(exampleQuestions({ ...nothingElse, topics }, 'es')).toEqual(examples)
  })

  test('is nothing, where there is nothing to ask', () => {
    expect(promptsFor(nothingElse, 'en')).toEqual([])
  })
})

describe('suggested prompts', () => {
  test.each(languages)('are not too many, in %s', (language) => {
    expect(prompts[language].length).toBeGreaterThan(0)
    expect(prompts[language].length).toBeLessThanOrEqual(mostPrompts)
  })

  test.each(all)('are answered, in the language they are asked in: $message', ({ message, language }) => {
    expect(ask(message)).toMatchObject({ status: 'answered', language })
  })
})
