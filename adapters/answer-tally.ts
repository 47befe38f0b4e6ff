import { latencyBound, latencyBoundsMs } from '../src/store/latency.ts'
import type { ObservedAnswer } from './observed-focal-point.ts'
import type { Metric, Sample } from './prometheus-text.ts'

type Latencies = { readonly bounds: Map<number, number>; seconds: number }

/** Counts the answers since the start, for those who watch the service. */
export class AnswerTally {
  readonly #answers = new Map<string, Sample>()
  readonly #latencies = new Map<string, Latencies>()

  note({ surface, status, language, ms }: ObservedAnswer): void {
    const labels = { surface, status, language }
    const key = JSON.stringify(labels)
    this.#answers.set(key, { labels, value: (this.#answers.get(key)?.value ?? 0) + 1 })
    const of = this.#latencies.get(surface) ?? { bounds: new Map(), seconds: 0 }
    const bound = latencyBound(ms)
    of.bounds.set(bound, (of.bounds.get(bound) ?? 0) + 1)
    of.seconds += ms / 1000
    this.#latencies.set(surface, of)
  }

  get metrics(): Metric[] {
    const latencies = [...this.#latencies].flatMap(([surface, of]) => histogramOf(surface, of))
    return [
      {
        name: 'focal_point_answers_total',
        help: 'Answers since the start.',
        type: 'counter',
        samples: [...this.#answers.values()],
      },
      {
        name: 'focal_point_answer_seconds',
        help: 'How long answers took.',
        type: 'histogram',
        samples: latencies,
      },
    ]
  }
}

/** Each bucket counts all that came within its bound; the last bound takes what came later too, so it is no bound. */
function histogramOf(surface: string, { bounds, seconds }: Latencies): Sample[] {
  let count = 0
  const buckets = latencyBoundsMs.map((bound, index) => {
    count += bounds.get(bound) ?? 0
    const le = index === latencyBoundsMs.length - 1 ? '+Inf' : String(bound / 1000)
    return { suffix: '_bucket', labels: { surface, le }, value: count }
  })
  return [
    ...buckets,
    { suffix: '_sum', labels: { surface }, value: seconds },
    { suffix: '_count', labels: { surface }, value: count },
  ]
}
