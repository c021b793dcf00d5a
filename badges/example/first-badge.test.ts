import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aPng } from '../test/a-badge.ts'
import { firstBadge } from './first-badge.ts'

test('the example of the README does what its comments say', async () => {
  const answers = await firstBadge(aPng(), count => new Uint8Array(count).fill(42))
  expect(answers).toEqual(['verified', 'not-verified', 'REVOKED', 86_400_000])
})

test('the example in the README is this file, letter by letter', () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  expect(read('../README.md')).toContain('```ts\n' + read('first-badge.ts') + '```')
})
