import { inflateSync } from 'node:zlib'

/** A picture, each pixel as [red, green, blue, alpha]. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly colourType: number
  readonly pixels: readonly (readonly number[])[]
}

const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** Reads a PNG of 8 bits a channel, with or without transparency and not interlaced. */
export function readPng(png: Buffer): Picture {
  const [width, height, depth, colourType = -1, , , interlaced] = headerOf(png)
  const channels = channelsOf[colourType]
  if (depth !== 8 || !channels || interlaced !== 0) throw new Error('another kind of PNG')
  const bytes = unfilter(inflateSync(Buffer.concat(dataChunks(png))), width * channels, channels)
  const pixels = Array.from({ length: width * height }, (_, i) => {
    return [...bytes.subarray(i * channels, (i + 1) * channels), ...(channels === 3 ? [255] : [])]
  })
  return { width, height, colourType, pixels }
}

function headerOf(png: Buffer): [number, number, ...number[]] {
  return [png.readUInt32BE(16), png.readUInt32BE(20), ...png.subarray(24, 29)]
}

function dataChunks(png: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
    }
  }
  return chunks
}

/** Each row begins with the filter it was written with; a byte is what stands there plus what the filter foretells. */
function unfilter(rows: Buffer, rowLength: number, channels: number): Buffer {
  const height = rows.length / (rowLength + 1)
  const bytes = Buffer.alloc(height * rowLength)
  for (let i = 0; i < bytes.length; i++) {
    const [row, column] = [Math.floor(i / rowLength), i % rowLength]
    const left = column < channels ? 0 : (bytes[i - channels] ?? 0)
    const above = bytes[i - rowLength] ?? 0
    const aboveLeft = column < channels ? 0 : (bytes[i - rowLength - channels] ?? 0)
    const start = row * (rowLength + 1)
    bytes[i] = (rows[start + 1 + column] ?? 0) + foretell(rows[start], left, above, aboveLeft)
  }
  return bytes
}

function foretell(filter: number | undefined, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return Math.floor((left + above) / 2)
    default:
      return nearest(left, above, aboveLeft)
  }
}

/** The one of three neighbours that is nearest to left plus above minus above-left (Paeth). */
function nearest(left: number, above: number, aboveLeft: number): number {
  const [toLeft, toAbove] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft)]
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft)
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left
  return toAbove <= toAboveLeft ? above : aboveLeft
}
