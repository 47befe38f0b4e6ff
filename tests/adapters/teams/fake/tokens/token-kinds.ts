/** Every kind of token that a caller may come with; only `valid` and `expired-within-skew` are to be let in. */
export const tokenKinds = [
  'valid',
  'missing',
  'empty',
  'not-bearer',
  'garbage',
  'expired',
  'expired-within-skew',
  'not-yet-valid',
  'wrong-audience',
  'wrong-issuer',
  'wrong-service-url',
  'no-service-url',
  'bad-signature',
  'tampered-payload',
  'unknown-key',
  'no-kid',
  'unendorsed-key',
  'alg-none',
  'hs256-with-public-key',
  'foreign-tenant-issuer',
  'emulator-style',
  'skill-style',
] as const

export type TokenKind = (typeof tokenKinds)[number]
