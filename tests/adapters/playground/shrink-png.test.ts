import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { shrinkPng } from './shrink-png.ts'

/** A picture one pixel high, as a browser writes it. */
function aPicture(pixels: readonly (readonly [number, number, number])[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels.length, 0)
  header.writeUInt32BE(1, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [
    aChunk('IHDR', header),
    aChunk('IDAT', deflateSync(Buffer.from([0, ...pixels.flat()]))),
    aChunk('IEND'),
  ]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function aChunk(name: string, data = Buffer.alloc(0)): Buffer {
  const frame = Buffer.alloc(12 + data.length)
  frame.writeUInt32BE(data.length, 0)
  frame.write(name, 4, 'latin1')
  frame.set(data, 8)
  frame.writeUInt32BE(crc32(frame.subarray(4, 8 + data.length)), 8 + data.length)
  return frame
}

/** Each pixel of a picture one pixel high, after its palette. */
function coloursOf(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    expect(png.readUInt32BE(at + 8 + data.length)).toBe(crc32(png.subarray(at + 4, at + 8 + data.length)))
    chunks.set(png.toString('latin1', at + 4, at + 8), data)
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0)
  const [, ...indexes] = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  return indexes.map((index) => [...palette.subarray(index * 3, index * 3 + 3)])
}

test('few colours stay as they are', () => {
  const pixels = [
    [255, 255, 255],
    [15, 95, 148],
    [14, 95, 148],
    [255, 255, 255],
  ] as const
  expect(coloursOf(shrinkPng(aPicture(pixels)))).toEqual(pixels)
})

test('of many colours, near ones become one, the commonest of them', () => {
  const shades = Array.from({ length: 1024 }, (_, i) => [i % 256, Math.floor(i / 256), 0] as const)
  const pixels = [...shades, [40, 1, 0], [40, 1, 0]] as const
  const shrunk = coloursOf(shrinkPng(aPicture(pixels)))
  expect(new Set(shrunk.map(String)).size).toBeLessThanOrEqual(256)
  expect(shrunk[42]).toEqual([40, 1, 0])
  for (const [i, [red = 0]] of shrunk.entries()) expect(Math.abs(red - (pixels[i]?.[0] ?? 0))).toBeLessThan(8)
})
