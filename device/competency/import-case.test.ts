import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseAnswer } from '../../contract/device/door.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const vectors = join('..', 'shared', 'vectors', 'interop', 'case', 'packages')
const areHere = existsSync(vectors)
if (!areHere && process.env['CI'] === 'true') throw new Error('the vectors are missing')

const folder = trialFolder()
let open: OpenProgram
beforeAll(async () => {
  open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

async function imported(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<CaseAnswer> {
  const headers = { 'x-file-name': encodeURIComponent(name) }
  const answer = await open.knock('/api/frameworks', { method: 'POST', body: bytes, headers })
  return JSON.parse(await answer.text())
}

test.skipIf(!areHere)(
  'every CASE package that reads comes in whole, and twice is once',
  async () => {
    const names = readdirSync(vectors).filter(name => name.endsWith('.json'))
    let seenCount = 0
    for (const name of names) {
      const bytes = new Uint8Array(readFileSync(join(vectors, name)))
      const told = await imported(bytes, name)
      if (told.framework === undefined) continue
      seenCount++
      await imported(bytes, name)
      const { framework, competencies } = await open.query('framework', {
        framework: told.framework.id,
      })
      expect(framework?.body.title).toBe(told.framework.title)
      expect(competencies.length).toBeGreaterThanOrEqual(told.framework.items)
    }
    expect(seenCount).toBeGreaterThan(0)
  },
)

test('what is not a CASE package changes nothing and says what it is', async () => {
  const told = await imported(Buffer.from('{"hello": 1}'), 'x.json')
  expect(told).toMatchObject({ outcome: 'refused', problems: [{ code: 'missing-document' }] })
  expect((await open.query('frameworks', {})).frameworks.map(row => row.body.source)).not.toContain(
    'x.json',
  )
})
