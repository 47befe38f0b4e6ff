import { byId } from './element.js'
import { shellWords } from './shell-words.js'
import { addWords, choosePageLanguage, languages, pageLanguage, word } from './words.js'

addWords(shellWords)

const choice = byId('page-language', HTMLSelectElement)
choice.value = pageLanguage()
choice.addEventListener('change', () => {
  const chosen = languages.find((language) => language === choice.value)
  if (chosen) choosePageLanguage(chosen)
})

nameTab()
document.addEventListener('languagechosen', nameTab)

/** What the tab of the browser is called. */
function nameTab() {
  document.title = `${word(`page-${byId('main', HTMLElement).dataset.page}`)} – Focal Point`
}
