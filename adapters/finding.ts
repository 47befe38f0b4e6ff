/** What the doctor found out about one thing: in order, worth knowing, or what is wrong and what to do about it. */
export type Finding = { readonly kind: 'ok' | 'note' | 'wrong'; readonly about: string; readonly says: string }
