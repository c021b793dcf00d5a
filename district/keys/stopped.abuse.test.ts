import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { besideFolder } from '../trial/keys.ts'
import { destroyUnneeded, giveUp, rotateIssuer } from './changing.ts'
import type { KeysFolder } from './keys-folder.ts'
import { keepSignsAs, keysFolderOf, registerIn } from './keys-folder.ts'
import { activeIn } from './register.ts'
import type { KeyRegister } from './register.ts'
import { secretsIn } from './secrets.ts'

const now = Date.parse('2026-11-24T16:00:00Z')
const did = 'did:web:record.example.org'

let beside: ReturnType<typeof besideFolder>
let before: KeysFolder
beforeEach(async () => {
  beside = besideFolder()
  before = keysFolderOf(beside.path('before'))
  await secretsIn(before, undefined, now)
  keepSignsAs(before, did, [])
})
afterEach(() => beside.remove())

const registerOf = (folder: KeysFolder): KeyRegister => {
  const register = registerIn(folder)
  if (register === undefined) throw new Error('no register')
  return register
}
const copied = (from: KeysFolder, name: string): KeysFolder => {
  const to = keysFolderOf(beside.path(name))
  for (const part of ['keys', 'published'] as const)
    cpSync(from[part], to[part], { recursive: true })
  return to
}
const change = (folder: KeysFolder) => ({
  folder,
  register: registerOf(folder),
  master: undefined,
  now: now + 1_000,
})

const grounds = { reason: 'Tried.' }

/** What a change leaves behind that is stopped at each of its steps, by name. */
const steps: readonly (readonly [string, (folder: KeysFolder, after: KeysFolder) => void])[] = [
  [
    'a new secret that is half written',
    ({ keys }) => writeFileSync(join(keys, 'issuer-2.key.unfinished'), 'abc'),
  ],
  [
    'a new secret that no register names',
    ({ keys }, after) => cpSync(join(after.keys, 'issuer-2.key'), join(keys, 'issuer-2.key')),
  ],
  [
    'a register that the world is told, and the keys folder not yet',
    ({ keys, published }, after) => {
      cpSync(join(after.keys, 'issuer-2.key'), join(keys, 'issuer-2.key'))
      cpSync(join(after.published, 'keys.json'), join(published, 'keys.json'))
    },
  ],
  [
    'a register, and the old secret still there',
    ({ keys, published }, after) => {
      cpSync(join(after.keys, 'issuer-2.key'), join(keys, 'issuer-2.key'))
      cpSync(join(after.published, 'keys.json'), join(published, 'keys.json'))
      cpSync(join(after.keys, 'register.json'), join(keys, 'register.json'))
    },
  ],
  [
    'an old secret that has lost its name',
    ({ keys, published }, after) => {
      cpSync(join(after.keys, 'issuer-2.key'), join(keys, 'issuer-2.key'))
      cpSync(join(after.published, 'keys.json'), join(published, 'keys.json'))
      cpSync(join(after.keys, 'register.json'), join(keys, 'register.json'))
      renameSync(join(keys, 'issuer-1.key'), join(keys, 'issuer-1.key.destroyed'))
    },
  ],
]

for (const [kind, done] of [
  ['a change of keys', (the: ReturnType<typeof change>) => rotateIssuer(the, grounds)],
  [
    'giving a key up',
    (the: ReturnType<typeof change>) => giveUp(the, { id: 'key-1', from: now }, grounds),
  ],
] as const)
  test.each(steps)(
    `${kind} that was stopped with %s leaves a key that signs`,
    async (_what, stop) => {
      const after = copied(before, 'after')
      await done(change(after))
      const folder = copied(before, 'stopped')
      stop(folder, after)
      const secrets = await secretsIn(folder, undefined, now)
      const active = activeIn(secrets.issuer)
      expect(active.secret).toHaveLength(32)
      destroyUnneeded(folder, keepSignsAs(folder, did, []))
      // What is left of the old secret goes with the next start, once it signs no more.
      const files = ['issuer-1.key', 'issuer-1.key.destroyed'].map(name => join(folder.keys, name))
      expect(files.some(existsSync)).toBe(active.id === 'key-1')

      // Done again it comes to its end.
      const again = await done(change(folder))
      if (typeof again !== 'string') {
        const { issuer } = await secretsIn(folder, undefined, now)
        expect(activeIn(issuer).secret).toHaveLength(32)
        expect(issuer.filter(key => key.state === 'active')).toHaveLength(1)
      }
    },
  )

test('a register that can’t be read is not taken for none', async () => {
  writeFileSync(join(before.keys, 'register.json'), '{"v": 1')
  await expect(secretsIn(before, undefined, now)).rejects.toThrow('not a key')
  rmSync(join(before.keys, 'register.json'))
  // What the world was told is enough to know which keys there are.
  const { issuer } = await secretsIn(before, undefined, now)
  expect(issuer.map(({ id }) => id)).toEqual(['key-1'])
  expect(readFileSync(join(before.keys, 'register.json'), 'utf8')).toContain('"key-1"')
})
