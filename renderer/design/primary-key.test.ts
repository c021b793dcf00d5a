import { expect, test } from 'vitest'
import { actionOnTop } from './primary-key.ts'

const approve = { current: () => undefined }
const revoke = { current: () => undefined }

test('Ctrl+Enter does what is on top', () => {
  expect(actionOnTop([approve])).toBe(approve.current)
  expect(actionOnTop([approve, 'sheet', revoke])).toBe(revoke.current)
})

test('what a sheet covers is not done, also where the sheet has no action of its own', () => {
  expect(actionOnTop([approve, 'sheet'])).toBeUndefined()
  expect(actionOnTop([approve, 'sheet', { current: undefined }])).toBeUndefined()
})

test('a part of the screen without an action leaves it to the screen', () => {
  expect(actionOnTop([approve, { current: undefined }])).toBe(approve.current)
})
