import { type Fields, objectIn, objectsIn, textIn } from './fake/fields.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'

/** The card in a message of ours; empty where there is none. */
export function cardIn({ body }: AcceptedActivity): Fields {
  return objectIn(objectsIn(body, 'attachments')[0] ?? {}, 'content')
}

/** What a card, or a part of one, says: a line for each text, without buttons. */
export function textOf(element: Fields): string {
  const inlines = objectsIn(element, 'inlines').map((run) => textIn(run, 'text') ?? '')
  const own = inlines.length > 0 ? inlines.join('') : textIn(element, 'text')
  const inside = partsOf(element).map(textOf)
  return [own, ...inside].filter((text) => text !== undefined && text !== '').join('\n')
}

/** What a message of ours says: its own text, or the one of its card. */
export function saidIn(message: AcceptedActivity | undefined): string {
  if (!message) return ''
  return textIn(message.body, 'text') ?? textOf(cardIn(message))
}

/** A button as it is drawn. */
export type Button = { readonly title: string; readonly verb: string; readonly data: Fields }

/** The buttons of a card, or of a part of one, in order. */
export function buttonsOf(element: Fields): Button[] {
  const own = objectsIn(element, 'actions').map((action) => ({
    title: textIn(action, 'title') ?? '',
    verb: textIn(action, 'verb') ?? '',
    data: objectIn(action, 'data'),
  }))
  return [...own, ...partsOf(element).flatMap(buttonsOf)]
}

/** The buttons of the card in a message of ours. */
export function buttonsIn(message: AcceptedActivity | undefined): Button[] {
  return message ? buttonsOf(cardIn(message)) : []
}

/** The documents that a message names as its sources, beside what its card says of them. */
export function citationsIn({ body }: AcceptedActivity): readonly Fields[] {
  const [entity = {}] = objectsIn(body, 'entities').filter(({ type }) => type === 'https://schema.org/Message')
  return objectsIn(entity, 'citation')
}

function partsOf(element: Fields): readonly Fields[] {
  return ['body', 'items', 'columns'].flatMap((name) => objectsIn(element, name))
}
