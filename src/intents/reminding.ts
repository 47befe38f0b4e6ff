/**
 * "Remind me who runs MIDSA" asks who runs it, and wants no reminder: what stands before such a question is taken off.
 * Before "when" it stays, because who wants to be reminded when a meeting begins may want just that.
 */
export function takeOffReminding(text: string): string {
  return text.replace(reminding, '')
}

const questionWords =
  'who|whom|whose|what|where|which|why|how|(?:à )?qui|où|quel(?:le)?s?|ce qu[ie]?|pourquoi|(?:a )?quién(?:es)?|(?:por )?qué|dónde|cuál(?:es)?|cómo'
const asking = 'remind (?:me|us)|rappel(?:le|ez)[- ](?:moi|nous)|recu[eé]rd[ae](?:me|nos)'
const polite = '(?:(?:please|pls|can|could|would|you|somebody|someone) )*'
const reminding = new RegExp(`^\\W*${polite}(?:${asking}),? (?=(?:${questionWords})(?!\\p{L}))`, 'iu')
