import { expect, test } from 'vitest'
import { isSomeoneElse } from './someone-else.ts'

const as = (device: string | undefined, id?: string) => ({
  device,
  person: id === undefined ? undefined : { id, name: id, place: '' },
})

test('another of the demo’s people is someone else, and so is whose computer it is when the demo ends', () => {
  expect(isSomeoneElse(as('m', 'maya'), as('j', 'jonah'))).toBe(true)
  expect(isSomeoneElse(as('m', 'maya'), as('own'))).toBe(true)
  expect(isSomeoneElse(as('own', 'me'), as('m', 'maya'))).toBe(true)
})

test('a person who joins, is shown again or was shut out by a lock stays who they are', () => {
  expect(isSomeoneElse(as('own', 'me'), as('own', 'ana'))).toBe(false)
  expect(isSomeoneElse(as('own', 'ana'), as('own', 'ana'))).toBe(false)
  expect(isSomeoneElse(as('own', 'ana'), as(undefined))).toBe(false)
})

test('where nobody was shown, whoever comes is no one else', () => {
  expect(isSomeoneElse(undefined, as('m', 'maya'))).toBe(false)
  expect(isSomeoneElse(as('own'), as('m', 'maya'))).toBe(false)
  expect(isSomeoneElse(as(undefined), as('own', 'ana'))).toBe(false)
})
