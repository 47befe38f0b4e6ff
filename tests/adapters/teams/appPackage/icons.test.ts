import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPng } from './read-png.ts'

function icon(name: string) {
  return readPng(readFileSync(`adapters/teams/appPackage/${name}.png`))
}

describe('the icons of the app package', () => {
  test('are 192 pixels wide in colour, filled to the edges with the accent colour', () => {
    const { width, height, pixels } = icon('color')
    expect([width, height]).toEqual([192, 192])
    expect(pixels[0]).toEqual([0x1b, 0x4f, 0x72, 255])
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true)
    expect(new Set(pixels.map(String)).size).toBeGreaterThan(2)
  })

  test('are 32 pixels wide in outline, of nothing but white on transparent', () => {
    const { width, height, colourType, pixels } = icon('outline')
    expect([width, height, colourType]).toEqual([32, 32, 6])
    const drawn = pixels.filter(([, , , alpha]) => alpha !== 0)
    expect(drawn.length).toBeGreaterThan(100)
    expect(drawn.length).toBeLessThan(32 * 32 * 0.6)
    expect(new Set(drawn.map(([red, green, blue]) => String([red, green, blue])))).toEqual(new Set(['255,255,255']))
    expect(pixels[0]?.[3]).toBe(0)
  })

  test('are drawn in files that people can change', () => {
    for (const name of ['color', 'outline']) {
      const svg = readFileSync(`adapters/teams/appPackage/${name}.svg`, 'utf8')
      expect(svg).toContain(`viewBox="0 0 ${icon(name).width} ${icon(name).height}"`)
    }
  })
})
