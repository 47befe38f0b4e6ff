import { describe, expect, test } from 'vitest'
import { read, tools } from './shipped-understanding.ts'

/** Names that are not in the knowledge, in questions as people write them. */
const unknown: readonly (readonly [text: string, name: string, reason: string])[] = [
  ['What is IOM’s role in the Nordic Forum on Labour?', 'Nordic Forum on Labour', 'a title with "on"'],
  ['who runs the Manila Dialogue on Recruitment', 'Manila Dialogue on Recruitment', 'a place and a noun, and more'],
  ['Qui assure le secrétariat du Forum ibérique sur les réfugiés ?', 'Forum ibérique sur les réfugiés', 'French'],
  ['¿Quién lleva el Foro Andino sobre Migraciones?', 'Foro Andino sobre Migraciones', 'Spanish'],
  ['is IOM in the XYZQ', 'XYZQ', 'letters that stand nowhere'],
  ['what about the UNHCR RCP', 'UNHCR RCP', 'a term that belongs to somebody'],
  ['le PCR de l’UNODC', 'PCR de l’UNODC', 'the same in French'],
  ['role of IOM in the EU-ASEAN', 'EU-ASEAN', 'two names with a hyphen'],
  ['who hosts the 6+4', '6+4', 'two numbers with a sign'],
  ['who runs the Processus de Tirana', 'Processus de Tirana', 'a noun and a name'],
  ['Process Tirana', 'Process Tirana', 'a noun and a name behind it'],
  ['Process Bali Beach', 'Process Bali Beach', 'our own with more behind it'],
]

const known: readonly (readonly [text: string, reason: string])[] = [
  ['Who runs the secretariat of the Colombo Process?', 'our own'],
  ['what is the Asia - EU Dialogue on Labour Migration', 'our own, with a hyphen'],
  ['5+5 secretariat', 'our own, with a sign'],
  ['who hosts the IGAD RCP', 'our own: a term that belongs to somebody'],
  ['Who hosts the Process?', 'a noun alone says nothing'],
  ['the Colombo Process Ministerial Conference', 'more words behind our own'],
  ['WHO RUNS THE BALI PROCESS SECRETARIAT', 'shouted'],
  ['rcp global meetings', 'without capitals'],
  ['Process Bali', 'a head word of ours behind the noun'],
  ['Regional Civil Society Consultation for Asia', 'our own, a long one'],
  ['Is there a Workshop in Geneva?', 'a noun for a meeting without a name'],
]

describe('unknown names', () => {
  test.each(unknown)('are found in "%s": "%s" (%s)', (text, name) => {
    expect(read(text).unknownNames).toContain(name)
  })

  test.each(known)('are not found in "%s" (%s)', (text) => {
    expect(read(text).unknownNames).toEqual([])
  })

  test('are not seen in any name of an entry', () => {
    const names = [...tools.knowledge.entries.values()].flatMap((entry) =>
      'name' in entry && entry.kind === 'process' ? Object.values(entry.name).flat() : [],
    )
    expect(names.filter((name) => read(`Who runs the ${name}?`).unknownNames.length > 0)).toEqual([])
  })
})
