/** A modal or home tab as it stands now. */
export type ShownView = {
  readonly id: string
  readonly team: string
  /** The person whose home tab it is. */
  readonly user: string | undefined
  readonly rootId: string
  readonly previousId: string | undefined
  hash: string
  view: Readonly<Record<string, unknown>>
  updates: number
}

/** All views, by id; home tabs by person too. */
export class Views {
  readonly #views = new Map<string, ShownView>()

  add(view: Omit<ShownView, 'updates'>): ShownView {
    const shown = { ...view, updates: 0 }
    this.#views.set(shown.id, shown)
    return shown
  }

  get(id: string): ShownView | undefined {
    return this.#views.get(id)
  }

  byExternalId(id: string): ShownView | undefined {
    return this.modals().find(({ view }) => view.external_id === id)
  }

  homeOf(user: string): ShownView | undefined {
    return this.homes().find((home) => home.user === user)
  }

  modals(): readonly ShownView[] {
    return [...this.#views.values()].filter(({ user }) => user === undefined)
  }

  homes(): readonly ShownView[] {
    return [...this.#views.values()].filter(({ user }) => user !== undefined)
  }

  /** How many modals lie on each other up to this one. */
  depthOf(view: ShownView): number {
    const previous = view.previousId === undefined ? undefined : this.get(view.previousId)
    return previous ? this.depthOf(previous) + 1 : 1
  }
}
