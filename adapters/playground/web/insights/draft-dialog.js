import { copyButton } from '../copy-button.js'
import { byId, element } from '../element.js'
import { say } from '../words.js'

const dialog = byId('draft', HTMLDialogElement)
// A long line scrolls, so that keys must reach it.
const yaml = element('pre', { role: 'region', tabindex: '0', 'aria-label': 'YAML' })
byId('draft-yaml', HTMLElement).append(yaml)
const close = say(element('button', { type: 'button' }), 'close')
close.addEventListener('click', () => dialog.close())
const copy = copyButton(() => yaml.textContent ?? '')
copy.className = 'main'
byId('draft-buttons', HTMLElement).append(close, copy)

/** Shows a topic to copy. Where it was opened from gets the focus back.
 * @param {string} draft */
export function showDraft(draft) {
  yaml.textContent = draft
  dialog.showModal()
  copy.focus()
}
