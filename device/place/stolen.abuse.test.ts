import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProgram, trialFolder } from '../trial/open-program.ts'

test('row 13: this version does not lock the records, and says so to the person', async () => {
  const folder = trialFolder()
  const open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await open.command('goal.add', { layer: 'personal', title: 'Canary in the folder' })
  const session = JSON.parse(await (await open.knock('/api/session')).text())
  await open.close()
  const found = readFileSync(join(open.dataFolder, 'record.sqlite')).includes(
    'Canary in the folder',
  )
  // The two must never differ: what can be read with `strings` is never called locked.
  expect({ locked: session.locked, found }).toEqual({ locked: false, found: true })
  folder.remove()
})
