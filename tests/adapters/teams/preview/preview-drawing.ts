import type { AdaptiveCard } from '../../../../adapters/teams/drawing/card-elements.ts'

/** One thing to look at: a card, and for a search result what the list shows of it. */
export type PreviewDrawing = {
  readonly title: string
  readonly card: AdaptiveCard
  readonly preview?: { readonly title: string; readonly text: string }
}
