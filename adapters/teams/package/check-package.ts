import ajvModule, { type ValidateFunction } from 'ajv-draft-04'
import formatsModule from 'ajv-formats'
import { iconProblem } from './icon-size.ts'
import { localizableTexts, type Texts } from './localizable-texts.ts'
import { localizationSchema, manifestSchema } from './official-schemas.ts'

/** The parts of an app package before they are files; the names are those in the zip. */
export type PackageParts = {
  readonly manifest: unknown
  readonly languageFiles: ReadonlyMap<string, Texts>
  readonly icons: ReadonlyMap<string, Uint8Array>
}

/** One line for each thing that Teams would refuse, or show untranslated: `file: where: what is wrong`. */
export function packageProblems({ manifest, languageFiles, icons }: PackageParts): string[] {
  const expected = Object.keys(localizableTexts(manifest))
  return [
    ...schemaProblems('manifest.json', manifest, isManifest),
    ...[...languageFiles].flatMap(([name, texts]) => [
      ...schemaProblems(name, texts, isLanguageFile),
      ...translationProblems(name, texts, expected),
    ]),
    ...[...icons].flatMap(([name, png]) => iconProblem(name, png) ?? []),
  ]
}

function translationProblems(name: string, texts: Texts, expected: readonly string[]): string[] {
  const missing = expected.filter((key) => !Object.hasOwn(texts, key))
  const surplus = Object.keys(texts).filter((key) => key !== '$schema' && !expected.includes(key))
  return [
    ...missing.map((key) => `${name}: ${key}: missing`),
    ...surplus.map((key) => `${name}: ${key}: translates nothing in manifest.json`),
  ]
}

function schemaProblems(name: string, value: unknown, isValid: ValidateFunction): string[] {
  if (isValid(value)) return []
  return (isValid.errors ?? []).map(({ instancePath, message, params }) => {
    return `${name}: ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`
  })
}

function compile(schema: object): ValidateFunction {
  // A pattern of the official schema is invalid with the `u` flag, and its keywords are not all of draft 4.
  const ajv = new ajvModule.default({ allErrors: true, strict: false, unicodeRegExp: false })
  formatsModule.default(ajv)
  return ajv.compile(schema)
}

const isManifest = compile(manifestSchema)
const isLanguageFile = compile(localizationSchema)
