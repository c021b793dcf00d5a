import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../open/connect.ts'
import { migrate } from '../open/migrate.ts'
import { inputsIn } from './inputs.ts'
import { verifyingMigrations } from './migrations.ts'
import { openVerifyingFile } from './open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-verifying-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The file as its second shape had it, with what a person had handed in. */
function secondShape(
  rows: readonly { name: string; address?: string; bytes?: string; state: string }[],
): string {
  const path = join(folder, 'verifying.sqlite')
  const db = connect(path, {}, undefined)
  migrate(db, verifyingMigrations.slice(0, 2))
  db.exec("insert into batch (id, name, begun_at) values ('b', 'September', 0)")
  const input = db.prepare(
    `insert into input (batch, n, name, address, state, place, grp, summary, size_bytes)
       values ('b', ?, ?, ?, ?, 1, 'valid', '{}', 0)`,
  )
  const content = db.prepare("insert into content (batch, n, bytes) values ('b', ?, ?)")
  for (const [at, { name, address, bytes, state }] of rows.entries()) {
    input.run(at + 1, name, address ?? null, state)
    if (bytes !== undefined) content.run(at + 1, Buffer.from(bytes))
  }
  db.close()
  return path
}

test('what was checked before answers said what they rest on is checked again where its bytes are kept; nothing is fetched unasked', () => {
  const address = 'https://badges.example/1.json'
  const path = secondShape([
    { name: 'a file', bytes: '{}', state: 'checked' },
    { name: 'an address', address, state: 'checked' },
    { name: 'an address with its bytes', address, bytes: '{}', state: 'checked' },
    { name: 'an address still asked for', address, state: 'waiting' },
    { name: 'one that was stopped', address, state: 'stopped' },
  ])
  const { db, begunAnew } = openVerifyingFile(path, undefined)
  const inputs = inputsIn(db)
  expect(begunAnew).toBeUndefined()
  const states = inputs.notChecked('b', 0, 10).map(({ name, state }) => [name, state])
  expect(states).toEqual([
    ['a file', 'waiting'],
    ['an address', 'stopped'],
    ['an address with its bytes', 'waiting'],
    ['an address still asked for', 'waiting'],
    ['one that was stopped', 'stopped'],
  ])
  inputs.again('b', { stopped: true })
  expect(inputs.waiting('b', 10)).toHaveLength(5)
  db.close()
})
