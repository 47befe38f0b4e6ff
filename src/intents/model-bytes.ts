import type { Calibration } from './calibration.ts'
import type { Vocabulary } from './features.ts'
import type { LinearModel } from './linear-model.ts'

export type TrainedModel = {
  readonly vocabulary: Vocabulary
  readonly model: LinearModel
  readonly calibration: Calibration
}

/**
 * A trained model as bytes: the lengths of the parts, the calibration, the rarities, the weights, and the names as JSON. Numbers are
 * written as this machine holds them, so the bytes are for a cache and not for exchange.
 */
export function packModel({ vocabulary, model, calibration }: TrainedModel): Uint8Array {
  const names = new TextEncoder().encode(JSON.stringify(vocabulary.names))
  const lengths = new Float64Array([model.labels, vocabulary.rarity.length, model.weights.length, calibration.length])
  return Buffer.concat([
    bytesOf(lengths),
    bytesOf(calibration),
    bytesOf(vocabulary.rarity),
    bytesOf(model.weights),
    names,
  ])
}

/**
 * The model again, or undefined when the lengths of the parts do not fit the bytes. The bytes must be as `packModel`
 * wrote them: a cache checks that they are intact.
 */
export function unpackModel(bytes: Uint8Array): TrainedModel | undefined {
  // A copy, because typed arrays must begin at multiples of their size.
  const { buffer } = new Uint8Array(bytes)
  if (bytes.length < headerBytes) return undefined
  const [labels = 0, features = 0, weights = 0, evidence = 0] = new Float64Array(buffer, 0, headerBytes / 8)
  const rarityAt = headerBytes + evidence * 8
  const weightsAt = rarityAt + features * 8
  const namesAt = weightsAt + weights * 4
  if (weights !== labels * features || namesAt > bytes.length) return undefined
  const names: string[] = JSON.parse(new TextDecoder().decode(bytes.subarray(namesAt)))
  if (names.length !== features) return undefined
  return {
    vocabulary: { names, rarity: new Float64Array(buffer, rarityAt, features) },
    model: { labels, weights: new Float32Array(buffer, weightsAt, weights) },
    calibration: new Float64Array(buffer, headerBytes, evidence),
  }
}

const headerBytes = 4 * 8

function bytesOf(numbers: Float64Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
