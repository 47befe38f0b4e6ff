import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appManifest, type Installation } from './app-manifest.ts'
import { type PackageParts, packageProblems } from './check-package.ts'
import { iconNames } from './icon-size.ts'
import { languageFile, translatedLanguages } from './language-file.ts'
import { PackageError } from './package-error.ts'

const sourceFolder = join(import.meta.dirname, '..', 'appPackage')

/**
 * The files of the app package of an installation, by their names in the zip.
 * @throws {PackageError} when Teams would not take them
 */
export function packageFiles(installation: Installation): ReadonlyMap<string, Uint8Array> {
  const parts = packageParts(installation)
  const problems = packageProblems(parts)
  if (problems.length > 0) throw new PackageError(problems)
  return new Map([
    ['manifest.json', jsonFile(parts.manifest)],
    ...[...parts.languageFiles].map(([name, texts]): [string, Uint8Array] => [name, jsonFile(texts)]),
    ...parts.icons,
  ])
}

/** What the package of an installation is made of, unchecked. */
export function packageParts(installation: Installation): PackageParts {
  return {
    manifest: appManifest(installation),
    languageFiles: new Map(translatedLanguages.map((tag) => [`${tag}.json`, languageFile(installation, tag)])),
    icons: new Map(iconNames.map((name) => [name, readFileSync(join(sourceFolder, name))])),
  }
}

function jsonFile(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
