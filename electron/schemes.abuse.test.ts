import { expect, test } from 'vitest'
import { schemes } from './schemes.ts'

// security.md row 4: `corsEnabled` lets other origins read an own scheme; it permits, it doesn't protect.
test('the window’s scheme can not be read by other origins, and has no way round the policy', () => {
  expect(schemes).toHaveLength(1)
  expect(schemes[0]?.privileges).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  })
})
