import { expect, test } from 'vitest'
import type { ErasurePlan } from '../core/erasure/record.ts'
import { wordsIn } from './words.ts'

const now = () => Date.parse('2026-11-26T12:00:00Z')
const plan: ErasurePlan = {
  ...{ goals: 0, goalsPublished: 0, activities: 0, checkIns: 0, evidence: 0, files: 0, bytes: 0 },
  ...{ readings: 0, readingsOpen: 0, badges: {}, computers: 1 },
  claims: { earned: 1, draft: 1 },
}

test('claims that go are said in the order of their life, however they were counted', () => {
  const said = (language: 'en' | 'es') => wordsIn(language, now).erasure.plan(plan).join(' | ')
  expect(said('en')).toContain('2 claims: 1 being written and 1 earned')
  expect(said('es')).toContain('2 solicitudes: 1 en preparación y 1 lograda')
})
