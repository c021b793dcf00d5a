import { expect, test } from 'vitest'
import { placeIn, readAnswer, type Tree } from './answer-text.ts'

const text = (said: string): Tree => ({ nodeName: '#text', nodeValue: said, childNodes: [] })
const br: Tree = { nodeName: 'BR', nodeValue: null, childNodes: [] }
const div = (...childNodes: Tree[]): Tree => ({ nodeName: 'DIV', nodeValue: null, childNodes })
const textIn = (...nodes: Tree[]) => readAnswer(div(...nodes)).text

test('typed lines read as they stand', () => {
  expect(textIn(text('one'), text('\n'), text('two'))).toBe('one\ntwo')
  expect(textIn(text('one\n\n'))).toBe('one\n\n')
})

test('an emptied field is empty', () => {
  expect(textIn(text('\n'))).toBe('')
  expect(textIn(br)).toBe('')
  expect(textIn()).toBe('')
})

test('pasted lines in blocks keep their breaks', () => {
  expect(textIn(text('p1'), div(br), div(text('p2')), div(br))).toBe('p1\n\np2\n')
  expect(textIn(text('l1\nl2\n'), div(text('Z')))).toBe('l1\nl2\nZ')
  expect(textIn(div(text('a')), text('b'))).toBe('a\nb')
  expect(textIn(div(text('a')), div(text('b')), div(text('c')))).toBe('a\nb\nc')
})

test('a place in the text is found in the node that shows it', () => {
  const second = text('two')
  const { pieces } = readAnswer(div(text('one'), div(second)))
  expect(placeIn(pieces, 5)).toEqual({ node: second, offset: 1 })
  expect(placeIn(pieces, 99)).toEqual({ node: second, offset: 3 })
  expect(placeIn([], 0)).toBeUndefined()
})
