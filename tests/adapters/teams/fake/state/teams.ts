export type Channel = { readonly id: string; readonly name: string }

export type Team = {
  /** Also the id of its general channel. */
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  /** The channels beside the general one. */
  readonly channels: readonly Channel[]
}

/** The team that people write in unless told otherwise. */
export const MIGRATION_DESK: Team = {
  id: '19:1migrationdeskgeneral0000000001@thread.tacv2',
  name: 'Migration Desk',
  aadGroupId: '5f0e1a52-7c1b-4d02-9a86-3d1c6f7e2b10',
  channels: [{ id: '19:2migrationdeskprocesses000001@thread.tacv2', name: 'Processes' }],
}

/** The group chat that people write in unless told otherwise. */
export const GROUP_CHAT = '19:3focalpointgroupchat00000000001@thread.v2'

/** The channel of the usual team that is not its general one. */
export const PROCESSES_CHANNEL = '19:2migrationdeskprocesses000001@thread.tacv2'

/** The teams that the bot is in. */
export class Teams {
  readonly #teams = new Map([[MIGRATION_DESK.id, MIGRATION_DESK]])

  set(team: Team): void {
    this.#teams.set(team.id, team)
  }

  get(id: string): Team | undefined {
    return this.#teams.get(id)
  }

  /** The team that a channel belongs to. */
  withChannel(channelId: string): Team | undefined {
    return [...this.#teams.values()].find(({ id, channels }) => [{ id }, ...channels].some((c) => c.id === channelId))
  }
}
