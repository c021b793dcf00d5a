import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

test.each([
  ['en', '3 answers, 1 piece of evidence, no files.', '3 answers, 2 pieces of evidence, 1 MB.'],
  ['es', '3 respuestas, 1 evidencia, sin archivos.', '3 respuestas, 2 evidencias, 1 MB.'],
] as const)('what is sent without a file has no size (%s)', (language, without, withFiles) => {
  const { pieces } = wordsIn(language, Date.now).claims.sendPage
  expect(pieces({ answers: 3, files: 1, size: undefined })).toBe(without)
  expect(pieces({ answers: 3, files: 2, size: '1 MB' })).toBe(withFiles)
})
