/** Stands for an `import()` whose argument is not a plain string. */
const NOT_A_LITERAL = ''

/**
 * One piece of source text. Comments, templates and regular expressions come first, so that quotes and
 * import statements inside them are not taken for code.
 */
const PIECE = new RegExp(
  [
    String.raw`(?<skipped>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<template>\`(?:\\[\s\S]|[^\`\\])*\`)`,
    // A slash starts a regular expression only where a value may start; elsewhere it divides.
    String.raw`(?<regex>(?<=(?:^|[=(,:;!&|?{}[>]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/)`,
    String.raw`(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`,
    String.raw`(?<word>[\w$]+)`,
    String.raw`(?<sign>[^\s\w$])`,
  ].join('|'),
  'g',
)

/** Returns what a source imports, in order: `import`, `import type`, `export … from`, `import()` and `require()`. */
export function listImports(source: string): string[] {
  const pieces = [...source.matchAll(PIECE)].filter((piece) => piece.groups?.skipped === undefined)
  const texts = pieces.map((piece) => piece[0])
  const isText = pieces.map((piece) => piece.groups?.text !== undefined)

  return texts.flatMap((text, at) => {
    const before = texts[at - 1]
    if (isText[at] && (before === 'from' || before === 'import' || isCall(texts, at - 2))) return [text.slice(1, -1)]
    return !isText[at] && isCall(texts, at - 2, ['import']) ? [NOT_A_LITERAL] : []
  })
}

/** Tells whether a listed import names its target in plain text. */
export function isLiteral(specifier: string): boolean {
  return specifier !== NOT_A_LITERAL
}

function isCall(texts: readonly string[], at: number, callees: readonly string[] = ['import', 'require']): boolean {
  return callees.includes(texts[at] ?? '') && texts[at + 1] === '(' && texts[at - 1] !== '.'
}
