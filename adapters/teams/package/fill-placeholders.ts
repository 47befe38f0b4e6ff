/**
 * A copy of a template in which each text that is nothing but `{{name}}` is the value of that name. What has no value is
 * left out with its key.
 * @throws for a name that is not known, which is a mistake in the template
 */
export function fillPlaceholders(template: unknown, values: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(template, (_, value: unknown) => fill(value, values)))
}

function fill(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const name = typeof value === 'string' ? /^\{\{(\w+)\}\}$/.exec(value)?.[1] : undefined
  if (name === undefined) return value
  if (!Object.hasOwn(values, name)) throw new Error(`no value for {{${name}}}, expected ${Object.keys(values)}`)
  return values[name]
}
