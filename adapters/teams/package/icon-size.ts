const sizes: Readonly<Record<string, number>> = { 'color.png': 192, 'outline.png': 32 }

/** The names of the icons that an app package needs. */
export const iconNames = Object.keys(sizes)

/** What is wrong with the picture of an icon; undefined where its form and size are right. */
export function iconProblem(name: string, bytes: Uint8Array): string | undefined {
  const size = sizes[name]
  const expected = `${name}: expected a PNG of ${size}x${size} pixels`
  const png = Buffer.from(bytes)
  if (png.length < 24 || png.toString('latin1', 1, 4) !== 'PNG') return expected
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return width === size && height === size ? undefined : `${expected}, got ${width}x${height}`
}
