/** Words in a row: the first and the last token. */
export type Span = { readonly first: number; readonly last: number }

/** Whether one of the spans holds the token at that place. */
export function covers(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => at >= span.first && at <= span.last)
}

/** Whether two spans share a token. */
export function overlaps(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last
}
