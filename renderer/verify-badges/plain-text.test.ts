import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('a badge’s Markdown is shown as lines of text, without its signs', () => {
  expect(plainText('# Title\n\nAsk.\n\n\n\n**Part 1**\n- one\n* two')).toBe(
    'Title\n\nAsk.\n\nPart 1\n· one\n· two',
  )
})

test('what looks like markup stays text', () => {
  expect(plainText('<b onclick=x>hi</b>')).toBe('<b onclick=x>hi</b>')
})
