import { expect, test } from 'vitest'
import { settleText } from './settle.ts'

const aside = { text: 'eins', at: 1, device: 'tablet' }
const by = { at: 2, device: 'laptop' }

test('what is chosen stays and nothing stands beside it', () => {
  const seen = { stored: 'uno', aside: 'eins' }
  expect(settleText({ ...by, stored: 'uno', aside, seen, text: 'eins' })).toEqual({
    text: 'eins',
    aside: null,
  })
})

test('an hour of typing that arrived meanwhile is not overwritten by a choice made before it', () => {
  const seen = { stored: 'uno', aside: 'eins' }
  const settled = settleText({ ...by, stored: 'uno, and much more', aside, seen, text: 'eins' })
  expect(settled.text).toBeUndefined()
})
