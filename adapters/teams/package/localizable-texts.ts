import { localizationSchema } from './official-schemas.ts'

/** Texts by the keys that language files give them, like `bots[0].commandLists[0].commands[2].title`. */
export type Texts = Readonly<Record<string, string>>

const { $schema: _, localizationKeys: __, ...fixedKeys } = localizationSchema.properties
const keyPatterns = Object.keys(localizationSchema.patternProperties ?? {}).map((pattern) => new RegExp(pattern))

/** All texts of a manifest that Teams lets an app translate. */
export function localizableTexts(manifest: unknown): Texts {
  return Object.fromEntries(textsOf(manifest, '').filter(([key]) => isLocalizable(key)))
}

function isLocalizable(key: string): boolean {
  return Object.hasOwn(fixedKeys, key) || keyPatterns.some((pattern) => pattern.test(key))
}

function textsOf(value: unknown, path: string): [key: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((item, at) => textsOf(item, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => textsOf(item, path ? `${path}.${name}` : name))
}
