import { expect, test } from 'vitest'
import { anAttempt } from '../../test/builders/claim.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { answerPlace, titleOfPlace } from './anchor-place.ts'

const item = { slot: 'work', evidence: 'e', kind: 'file', title: 'Exit tickets', note: '' } as const
const attempt = anAttempt({
  items: [{ ...item, happenedOn: '2026-11-20', shown: 'nobody', released: false }],
})
const titled = (place: string) => titleOfPlace(aMicroCredential(), attempt, place)

test('a place in a piece is called as the piece, one in an answer as its part', () => {
  expect(titled('e')).toBe('Exit tickets')
  expect(titled(answerPlace('learned'))).toBe('Reflection')
})

test('a place that is not in this attempt has no name', () => {
  expect(titled('another')).toBe('')
  expect(titled(answerPlace('another'))).toBe('')
})
