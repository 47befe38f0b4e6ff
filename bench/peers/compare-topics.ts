import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameOf } from '../../src/answers/statement.ts'
import type { Entry, Knowledge } from '../../src/knowledge/knowledge.ts'
import { pick, seededRandom } from '../../tests/search/seeded-random.ts'
import { runOurs, runPeer } from './compare-peers.ts'
import type { Document } from './document.ts'
import { type Peer, peers } from './peers.ts'

export type ComparedTopics = {
  readonly name: string
  readonly asked: number
  readonly right: number
  readonly buildMs: number
}

/** An intent as a topic: the phrasings that the engines learn, and those that they are asked. */
type Topic = {
  readonly id: string
  readonly title: string
  readonly learnt: readonly string[]
  readonly asked: readonly string[]
}

type Asked = { readonly question: string; readonly topic: string }

const learntShare = 0.8
const seed = 11

/**
 * How often each engine thinks of the right topic first, of phrasings that it has not seen. Every intent is a topic; its
 * English phrasings do, because NLP.js learns all three languages in half a minute.
 */
export function compareTopics(knowledge: Knowledge): { compared: ComparedTopics[]; topics: number } {
  const topics = makeTopics(knowledge)
  const asked = topics.flatMap((topic) => topic.asked.map((question) => ({ question, topic: topic.id })))
  const documents = topics.map(documentOf)
  const compared = peers.map((peer) => comparePeer(peer, documents, asked))
  return { compared: [...compared, compareOurs(topics, asked)], topics: topics.length }
}

/** The same for one engine, which gets all phrasings here. */
function comparePeer(peer: Peer, documents: readonly Document[], all: readonly Asked[]): ComparedTopics {
  const asked = all.filter((_, i) => i % (peer.everyNth ?? 1) === 0)
  const { said, buildMs } = runPeer(
    { ...peer, phrasings: undefined },
    documents,
    asked.map(({ question }) => question),
  )
  const right = asked.filter(({ topic }, i) => said[i]?.document === topic).length
  return { name: peer.name, asked: asked.length, right, buildMs }
}

function compareOurs(topics: readonly Topic[], asked: readonly Asked[]): ComparedTopics {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  writeTopics(topics, folder.path)
  const { said, buildMs } = runOurs(
    folder.path,
    asked.map(({ question }) => question),
  )
  const right = asked.filter(({ topic }, i) => said[i]?.likeliest === `topic:${topic}`).length
  return { name: 'Focal Point', asked: asked.length, right, buildMs }
}

/** A knowledge folder of nothing but topics. JSON is YAML too. */
function writeTopics(topics: readonly Topic[], folder: string): void {
  mkdirSync(join(folder, 'topics'))
  const entries = topics.map(({ id, title, learnt }) => ({ id, title, questions: learnt, answer: title }))
  writeFileSync(join(folder, 'topics', 'topics.yaml'), JSON.stringify(entries))
}

function documentOf({ id, title, learnt }: Topic): Document {
  return { id, names: [title], questions: learnt, text: '', declines: false }
}

function makeTopics(knowledge: Knowledge): Topic[] {
  const random = seededRandom(seed)
  const fill = createFiller(knowledge, random)
  return [...knowledge.intents.values()].map(({ id, phrasings }) => {
    const all = phrasings.en.map(fill)
    const shuffled = all.map((text) => ({ text, at: random() })).sort((a, b) => a.at - b.at)
    const texts = [...new Set(shuffled.map(({ text }) => text))]
    const learnt = Math.round(texts.length * learntShare)
    return { id, title: id.replaceAll('-', ' '), learnt: texts.slice(0, learnt), asked: texts.slice(learnt) }
  })
}

/** Puts names into slots, another one each time, so that a name says nothing about the topic. */
function createFiller(knowledge: Knowledge, random: () => number): (phrasing: string) => string {
  const named = Map.groupBy([...knowledge.entries.values()], ({ kind }) => (kind === 'contact' ? 'person' : kind))
  const nameIn = (entry: Entry) => nameOf(entry, { knowledge, language: 'en' })
  const names = new Map<string, string[]>([...named].map(([kind, entries]) => [kind, entries.map(nameIn)]))
  const others: Record<string, readonly string[]> = { place: ['Geneva', 'Nairobi', 'Peru'], date: ['2014', 'May 2017'] }
  return (phrasing) =>
    phrasing.replaceAll(/<([a-z-]+)>/g, (slot, kind: string) => pick(names.get(kind) ?? others[kind] ?? [slot], random))
}
