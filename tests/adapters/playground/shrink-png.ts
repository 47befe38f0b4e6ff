import { crc32, deflateSync } from 'node:zlib'
import { readPng } from '../teams/appPackage/read-png.ts'

const mostColours = 256
/** How many of the neighbouring shades are taken for one, the fewest first. */
const steps = [1, 4, 8, 16, 32]

/** The same picture in at most 256 colours, which takes a third of the bytes where most of it is text. */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const colours = pixels.map(([red = 0, green = 0, blue = 0]) => (red << 16) | (green << 8) | blue)
  const { palette, indexes } = chooseColours(colours)
  const rows = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row++)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const header = Buffer.from([...bytesOf(width), ...bytesOf(height), 8, 3, 0, 0, 0])
  const plte = Buffer.from(palette.flatMap((colour) => bytesOf(colour).slice(1)))
  const chunks: [string, Buffer][] = [
    ['IHDR', header],
    ['PLTE', plte],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ]
  return Buffer.concat([png.subarray(0, 8), ...chunks.map(([name, data]) => chunk(name, data))])
}

/** Shades so near to one another that all fit, each shown as the commonest of them. */
function chooseColours(colours: readonly number[]): { palette: number[]; indexes: Uint8Array } {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const commonestFirst = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  for (const step of steps) {
    const groups = Map.groupBy(commonestFirst, (colour) => roundedTo(step, colour))
    if (groups.size > mostColours) continue
    const palette = [...groups.values()].map(([commonest = 0]) => commonest)
    const places = new Map([...groups.keys()].map((group, i) => [group, i]))
    return { palette, indexes: Uint8Array.from(colours, (colour) => places.get(roundedTo(step, colour)) ?? 0) }
  }
  throw new Error('a picture of too many colours')
}

function roundedTo(step: number, colour: number): number {
  return bytesOf(colour).reduce((sum, byte) => sum * 256 + Math.floor(byte / step), 0)
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([Buffer.from(bytesOf(data.length)), named, Buffer.from(bytesOf(crc32(named)))])
}

/** A number as four bytes. */
function bytesOf(number: number): number[] {
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 255)
}
