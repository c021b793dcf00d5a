import { expect, test } from 'vitest'
import { forgivingMatch } from './forgiving-match.ts'

test('the beginning of each word is enough, in any order', () => {
  expect(forgivingMatch('Add evidence', 'evi add')).toBe(true)
  expect(forgivingMatch('Add evidence', 'dence')).toBe(false)
  expect(forgivingMatch('Add evidence', '')).toBe(true)
})

test('accents and case are forgiven, both ways', () => {
  expect(forgivingMatch('Microcredenciales de evaluación', 'EVALUACION')).toBe(true)
  expect(forgivingMatch('Plan de evaluacion', 'evaluación')).toBe(true)
})

test('one slip of the finger is forgiven in a word of four letters, two from eight', () => {
  expect(forgivingMatch('Exit tickets, fractions', 'fractons')).toBe(true)
  expect(forgivingMatch('Exit tickets, fractions', 'tikcets')).toBe(true)
  expect(forgivingMatch('Micro-credentials', 'credntails')).toBe(true)
  expect(forgivingMatch('Plan', 'pln')).toBe(false)
  expect(forgivingMatch('Claims', 'badges')).toBe(false)
})
