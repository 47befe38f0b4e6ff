import type { Language } from '../../../src/knowledge/language.ts'
import type { AdaptiveCard, CardElement } from './card-elements.ts'
import { budgets, teamsLimits } from './limits.ts'
import { cutToBytes } from './message-bytes.ts'

/** A card as wide as the chat, with the text for clients that cannot draw it. */
export function adaptiveCard(body: readonly CardElement[], text: string, lang: Language): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: teamsLimits.cardVersion,
    lang,
    fallbackText: cutToBytes(text, budgets.fallbackBytes),
    msteams: { width: 'Full' },
    body,
  }
}
