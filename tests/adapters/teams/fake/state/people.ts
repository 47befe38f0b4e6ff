import { createHash } from 'node:crypto'

/** Somebody in the tenant. */
export type Person = {
  /** `29:…`, as the bot knows them. */
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
}

/** An invented person; the same name is always the same person. */
export function aPerson(name: string): Person {
  const digest = createHash('sha256').update(name)
  const hex = digest.copy().digest('hex')
  const aadObjectId = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`]
  return { id: `29:1${digest.digest('base64url')}`, name, aadObjectId: [...aadObjectId, hex.slice(20, 32)].join('-') }
}

export const INES = aPerson('Ines Moreau')
const USUAL = [INES, aPerson('Tomás Rey'), aPerson('Amina Diallo'), aPerson('Jun Okada'), aPerson('Leila Haddad')]

/** Everybody who is in all teams and groups: five people, and whoever has written. */
export class People {
  readonly #people = new Map(USUAL.map((person) => [person.id, person]))

  add(person: Person): void {
    this.#people.set(person.id, person)
  }

  remove(id: string): void {
    this.#people.delete(id)
  }

  /** By the id of the channel or the one of the directory. */
  find(id: string): Person | undefined {
    return this.#people.get(id) ?? this.list().find(({ aadObjectId }) => aadObjectId === id)
  }

  list(): readonly Person[] {
    return [...this.#people.values()]
  }
}
