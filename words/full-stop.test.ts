import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, 'es')

test('a Spanish sentence does not end with a time: “p.m.” has its own full stop', () => {
  const ending = readdirSync(folder).filter(name =>
    /say\.time\([^)]*\)\}\./.test(readFileSync(join(folder, name), 'utf8')),
  )
  expect(ending).toEqual([])
})
