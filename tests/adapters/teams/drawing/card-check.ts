import { createRequire } from 'node:module'
import type * as AdaptiveCards from 'adaptivecards'
import type { AdaptiveCard } from '../../../../adapters/teams/drawing/card-elements.ts'
import { teamsLimits } from '../../../../adapters/teams/drawing/limits.ts'

// Its modules import each other without endings, which Node does not resolve; the bundle has none.
const cards: typeof AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js')

const hostConfig = new cards.HostConfig({ actions: { maxActions: teamsLimits.actionsInSet } })

/** What Microsoft's own renderer finds wrong with a card, held to the version that Teams draws. */
export function checkCard(json: AdaptiveCard): string[] {
  forgetPlace(cards.CardElement.langProperty.regEx)
  const card = new cards.AdaptiveCard()
  card.hostConfig = hostConfig
  const context = new cards.SerializationContext(cards.Versions.v1_5)
  card.parse(JSON.parse(JSON.stringify(json)), context)
  const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message)
  const validated = card.validateProperties().validationEvents.map(({ message }) => message)
  return [...parsed, ...validated]
}

/** Its pattern of languages goes on where it last stopped, and so refuses every second card. */
function forgetPlace(pattern: RegExp | undefined): void {
  if (pattern) pattern.lastIndex = 0
}
