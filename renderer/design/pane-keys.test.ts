import { expect, test } from 'vitest'
import { paneAfter } from './pane-keys.ts'

test('F6 goes round the panes and back', () => {
  const panes = ['places', 'work', 'margin', 'foot']
  expect(paneAfter(panes, 'work', false)).toBe('margin')
  expect(paneAfter(panes, 'foot', false)).toBe('places')
  expect(paneAfter(panes, 'places', true)).toBe('foot')
  expect(paneAfter(panes, undefined, false)).toBe('places')
  expect(paneAfter([], undefined, false)).toBeUndefined()
})
