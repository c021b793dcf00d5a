import { expect, test } from 'vitest'
import { brokenLines } from './broken-lines.ts'

/** In a font where every letter is as wide as the next. */
const broken = (line: string, width: number) => brokenLines(line, width, () => 1)

test('a line is broken at blanks, and what fits stays as it is', () => {
  expect(broken('', 5)).toEqual([''])
  expect(broken('Ana B', 5)).toEqual(['Ana B'])
  expect(broken('Ana Boateng waits', 11)).toEqual(['Ana Boateng', 'waits'])
  expect(broken('Ana Boateng waits', 12)).toEqual(['Ana Boateng ', 'waits'].map(one => one.trim()))
})

test('a word that alone is too wide is broken where the line ends', () => {
  expect(broken('did:key:z6Mk', 5)).toEqual(['did:k', 'ey:z6', 'Mk'])
  expect(broken('Key: did:key:z6Mk', 6)).toEqual(['Key:', 'did:ke', 'y:z6Mk'])
})

test('no letter is lost or doubled, and no line is too wide', () => {
  const text = 'a bb ccc dddddddddd eeee f ggggggggggggggggg hh i'
  for (let width = 1; width < 30; width += 1) {
    const lines = broken(text, width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(width)
  }
})
