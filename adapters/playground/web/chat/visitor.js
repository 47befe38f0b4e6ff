/** @type {string | undefined} */
let own

/** Who looks at this page: 128 bits, the same in all pages of this browser once something is kept for them. */
export function visitor() {
  own ??= keptVisitor() ?? newId()
  return own
}

/** The visitor for whom something is kept already.
 * @returns {string | undefined} */
export function keptVisitor() {
  const kept = read('visitor')
  return kept && /^[0-9a-f]{32}$/.test(kept) ? kept : undefined
}

/** Stays the same visitor from now on, also after a reload. */
export function keepVisitor() {
  write('visitor', visitor())
}

/** What nobody guesses. `crypto.randomUUID` is missing where the page is neither from this machine nor over https. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const mostShown = 200
/** For a browser that forbids pages to keep anything. @type {string[]} */
let shownHere = []

/** Notes that a message is shown. False where it was shown before, in this page or another one of this browser.
 * @param {string} key */
export function noteShown(key) {
  const shown = keptKeys()
  if (shown.includes(key)) return false
  shownHere = [...shown, key].slice(-mostShown)
  write('shown', JSON.stringify(shownHere))
  return true
}

/** @returns {string[]} */
function keptKeys() {
  try {
    const kept = JSON.parse(read('shown') ?? '')
    return Array.isArray(kept) ? kept : shownHere
  } catch {
    // Nothing is kept yet, or somebody has changed it.
    return shownHere
  }
}

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    // The reader forbids it.
    return null
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function write(name, value) {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Forbidden or full: it holds as long as the page is open.
  }
}
