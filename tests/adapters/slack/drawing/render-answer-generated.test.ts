import { describe, expect, test } from 'vitest'
import { isSurelyShort } from '../../../../adapters/slack/drawing/render-answer.ts'
import { allOffers } from '../../chat/all-offers.ts'
import { createRandom, generateAnswer } from '../../chat/generated-answers.ts'
import { allPages, aView } from './an-answer.ts'
import { pageViolations } from './page-violations.ts'

describe('1,000 generated answers', () => {
  test.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'keep within all limits, lose nothing and ping nobody (seed %i)',
    (seed) => {
      const random = createRandom(seed)
      for (let i = 0; i < 100; i++) {
        const answer = generateAnswer(random)
        const feedback = random() < 0.5 ? 'buttons' : 'context_actions'
        const asked = answer.parts[0]?.lead ?? ''
        const view = aView({ feedback, canShare: random() < 0.5, asked, offers: allOffers })
        const pages = allPages(answer, view)
        expect(pageViolations(answer, pages), `seed ${seed}, answer ${i}`).toEqual([])
        if (isSurelyShort(answer)) expect(pages, `seed ${seed}, answer ${i}`).toHaveLength(1)
      }
    },
  )

  test('are called short in both ways', () => {
    const random = createRandom(1)
    const called = Array.from({ length: 200 }, () => isSurelyShort(generateAnswer(random)))
    expect(new Set(called)).toEqual(new Set([true, false]))
  })

  test('are generated alike for the same seed, and hold what is hard', () => {
    const generate = () =>
      Array.from(
        { length: 100 },
        (
          (random) => () =>
            generateAnswer(random)
        )(createRandom(1)),
      )
    expect(generate()).toEqual(generate())
    const texts = generate().flatMap(({ parts }) => parts.flatMap(({ facts }) => facts))
    expect(texts.some((text) => text.length > 10_000)).toBe(true)
    expect(texts.some((text) => !text.isWellFormed())).toBe(true)
    expect(texts.some((text) => text.includes('<!channel>'))).toBe(true)
  })
})
