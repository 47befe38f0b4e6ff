import { describe, expect, test } from 'vitest'
import { scopesIn } from '../../src/answers/process-scopes.ts'

describe('scopesIn', () => {
  test.each([
    [['processes', 'regional'], ['regional'], 'English'],
    [['processus', 'régionaux'], ['regional'], 'French, with accents'],
    [['procesos', 'regionales'], ['regional'], 'Spanish'],
    [['inter', 'regional', 'processes'], ['inter-regional'], 'a hyphen makes two words'],
    [['processus', 'interrégionaux'], ['inter-regional'], 'one word'],
    [['processus', 'mondiaux'], ['global'], 'another word for global'],
    [['global', 'regional', 'global'], ['global', 'regional'], 'two scopes, each once'],
    [['processes', 'national'], [], 'a word for no scope of the schema'],
    [['constructor'], [], 'a word that every object answers to'],
  ])('finds in %j the scopes %j (%s)', (words, scopes) => {
    expect(scopesIn(words)).toEqual(scopes)
  })
})
