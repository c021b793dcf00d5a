import { expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

test('a badge’s file is named after its title, in any language', () => {
  expect(fileNameOf('Questions that reveal thinking', 'json')).toBe(
    'questions-that-reveal-thinking.json',
  )
  expect(fileNameOf('Preguntas que revelan, ¿cómo?', 'png')).toBe('preguntas-que-revelan-cómo.png')
})

test('no title makes a path', () => {
  expect(fileNameOf('../../etc/passwd', 'json')).toBe('etc-passwd.json')
  expect(fileNameOf('///', 'json')).toBe('badge.json')
})
