import type { Log } from '../../log.ts'

/** contextActions: the feedback element. prompts: suggested prompts of the agent view. */
export type Feature = 'contextActions' | 'prompts'

/** What not every workspace has. Once Slack refuses a feature to a workspace, it is not tried there again. */
export class Features {
  readonly #log: Log
  readonly #refused = new Set<string>()
  readonly #accepted = new Set<string>()

  constructor(log: Log) {
    this.#log = log
  }

  has(feature: Feature, workspace: string): boolean {
    return !this.#refused.has(`${workspace}:${feature}`)
  }

  /** Whether Slack has taken it there before. What cannot be sent again, such as an acknowledgement, must not try. */
  isProven(feature: Feature, workspace: string): boolean {
    return this.#accepted.has(`${workspace}:${feature}`)
  }

  accept(feature: Feature, workspace: string): void {
    this.#accepted.add(`${workspace}:${feature}`)
  }

  refuse(feature: Feature, workspace: string, error: string): void {
    this.#refused.add(`${workspace}:${feature}`)
    this.#log.info('slack feature refused', { feature, team: workspace, error })
  }
}
