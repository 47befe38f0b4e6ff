const key = 'admin-token'
/** Where pages may keep nothing, for as long as the page is open. @type {string | undefined} */
let given

/** The header that shows who is an operator; none where no token was given.
 * @returns {Readonly<Record<string, string>>} */
export function operatorHeaders() {
  const token = storage()?.getItem(key) ?? given
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** Keeps a token until the tab is closed, or forgets it.
 * @param {string | undefined} token */
export function keepToken(token) {
  given = token
  if (token) storage()?.setItem(key, token)
  else storage()?.removeItem(key)
}

function storage() {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
