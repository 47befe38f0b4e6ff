import { element } from '../element.js'
import { word } from '../words.js'

/**
 * Offers values with their texts, and that none is chosen. What was chosen stays so, where it is still there.
 * @param {HTMLSelectElement} select
 * @param {readonly (readonly [string, string])[]} options
 * @param {string} none key of what it says where none is chosen
 */
export function fillSelect(select, options, none) {
  const { value: chosen } = select
  const sorted = [...options].sort(([, a], [, b]) => a.localeCompare(b))
  const all = [/** @type {const} */ (['', word(none)]), ...sorted]
  select.replaceChildren(...all.map(([value, text]) => element('option', { value }, text)))
  select.value = options.some(([value]) => value === chosen) ? chosen : ''
}
