import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeText } from './text.ts'

const edit = { aside: undefined, at: 1, device: 'laptop' }

test('an edit of the text in place replaces it', () => {
  expect(mergeText({ ...edit, stored: 'a', base: 'a', text: 'b' })).toEqual({ text: 'b' })
})

test('edits of different lines both go in', () => {
  const merged = mergeText({
    ...edit,
    base: 'one\ntwo\nthree',
    stored: 'ONE\ntwo\nthree',
    text: 'one\ntwo\nTHREE',
  })
  expect(merged).toEqual({ text: 'ONE\ntwo\nTHREE' })
})

test('two edits of the same line are both kept', () => {
  const merged = mergeText({ ...edit, base: 'one', stored: 'uno', text: 'eins' })
  expect(merged).toEqual({ aside: { text: 'eins', at: 1, device: 'laptop' } })
})

test('the writer whose text stands aside goes on writing there', () => {
  const aside = { text: 'eins', at: 1, device: 'laptop' }
  const merged = mergeText({ ...edit, aside, base: 'eins', stored: 'uno', text: 'eins zwei' })
  expect(merged).toEqual({ aside: { text: 'eins zwei', at: 1, device: 'laptop' } })
})

test('whatever two people type, each line of the later edit is in the text or beside it', () => {
  const line = fc.stringMatching(/^[a-d]{0,3}$/)
  const text = fc.array(line, { minLength: 1, maxLength: 5 }).map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, text, text, (base, stored, mine) => {
      const merged = mergeText({ ...edit, base, stored, text: mine })
      const lines = `${merged.text ?? stored}\n${merged.aside?.text ?? ''}`.split('\n')
      const typed = mine.split('\n').filter(l => !base.split('\n').includes(l))
      expect(typed.every(l => lines.includes(l))).toBe(true)
    }),
  )
})
