/** @typedef {'en' | 'fr' | 'es'} Language */
/** @typedef {Readonly<Record<string, Readonly<Record<Language, string>>>>} Words texts by key, with `{name}` for values */

/** @type {readonly Language[]} */
export const languages = ['en', 'fr', 'es']

/** @type {Record<string, Readonly<Record<Language, string>>>} */
const known = {}

/** Undefined where the reader forbids pages to keep anything. */
const storage = allowedStorage()
let chosen = storage?.getItem('language')

/** The texts of a page, which it adds before it shows any. Keys must be its own.
 * @param {Words} words */
export function addWords(words) {
  Object.assign(known, words)
  translate(document)
}

/** The language of the page: the one last chosen, else the browser's where we speak it, else English.
 * @returns {Language} */
export function pageLanguage() {
  const wished = [chosen, ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return languages.find((language) => language === wished.find((tag) => languages.some((own) => own === tag))) ?? 'en'
}

/** Shows the page in another language from now on, also after a reload.
 * @param {Language} language */
export function choosePageLanguage(language) {
  chosen = language
  if (storage) storage.setItem('language', language)
  translate(document)
  document.dispatchEvent(new CustomEvent('languagechosen'))
}

/** The text of a key in the language of the page.
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values] */
export function word(key, values = {}) {
  const text = known[key]?.[pageLanguage()] ?? key
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}

/** Gives an element a text that follows the language of the page.
 * @template {HTMLElement} T
 * @param {T} shown
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values]
 * @returns {T} */
export function say(shown, key, values) {
  shown.dataset.word = key
  if (values) shown.dataset.values = JSON.stringify(values)
  shown.textContent = word(key, values)
  return shown
}

/** Gives an element a name for screen readers that follows the language of the page.
 * @template {HTMLElement} T
 * @param {T} shown
 * @param {string} key
 * @param {Readonly<Record<string, string | number>>} [values] also those of its text, where it has one
 * @returns {T} */
export function label(shown, key, values) {
  shown.dataset.label = key
  if (values) shown.dataset.values = JSON.stringify(values)
  shown.setAttribute('aria-label', word(key, values))
  return shown
}

/** @param {Document} page */
function translate(page) {
  page.documentElement.lang = pageLanguage()
  for (const shown of page.querySelectorAll('[data-word], [data-label], [data-hint]')) {
    if (!(shown instanceof HTMLElement)) continue
    const { word: key, values, label: name, hint } = shown.dataset
    const filled = values ? JSON.parse(values) : {}
    if (key && key in known) shown.textContent = word(key, filled)
    if (name && name in known) shown.setAttribute('aria-label', word(name, filled))
    if (hint && hint in known) shown.setAttribute('placeholder', word(hint))
  }
}

function allowedStorage() {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
