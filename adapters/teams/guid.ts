/** The form of an id at Microsoft, with which messages about one that looks otherwise can help. */
export const guidExample = '00000000-0000-0000-0000-000000000000'

/** Tells whether a text has the form of an application or tenant id. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
