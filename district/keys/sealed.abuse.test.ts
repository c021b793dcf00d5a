import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerIn, ledgerName } from '../erasure/ledger.ts'
import { besideFolder, ranKeys } from '../trial/keys.ts'
import { keysFolderOf } from './keys-folder.ts'
import { masterKeyGiven, masterKeyIn, MasterKeyUnusable } from './master-key-given.ts'
import { masterKeyOf, readMasterKey } from './master-key.ts'
import { SecretDamaged, SecretSealed } from './secret-file.ts'
import { secretsIn } from './secrets.ts'

const now = Date.parse('2026-11-24T16:00:00Z')
const secretFiles = ['cursor.key', 'issuer-1.key', 'pseudonym.key', 'trust-1.key']

let beside: ReturnType<typeof besideFolder>
let dataFolder: string
let [master, other]: string[] = []
beforeEach(async () => {
  beside = besideFolder()
  dataFolder = beside.path('district')
  mkdirSync(dataFolder)
  await secretsIn(keysFolderOf(dataFolder), undefined, now)
  master = beside.path('master')
  other = beside.path('other')
  for (const file of [master, other]) await ranKeys({ dataFolder }, ['make-master', file])
})
afterEach(() => beside.remove())

const keys = (...args: string[]) => ranKeys({ dataFolder }, args)
const file = (name: string) => join(dataFolder, 'keys', name)
const texts = () => new Map(secretFiles.map(name => [name, readFileSync(file(name), 'utf8')]))
const opened = (path?: string) =>
  secretsIn(keysFolderOf(dataFolder), path === undefined ? undefined : masterKeyIn(path), now)

test('a folder of a district that was copied tells no secret, once its keys are wrapped', async () => {
  const plain = await opened()
  const secrets = [...texts().values()].map(text => text.trim())
  expect(await keys('seal', '--master-key', master ?? '')).toMatchObject({ code: 0, error: '' })
  const all = readdirSync(join(dataFolder, 'keys')).map(name => readFileSync(file(name), 'utf8'))
  for (const secret of secrets) expect(all.filter(text => text.includes(secret))).toEqual([])
  expect(await opened(master)).toEqual({ ...plain, isSealed: true })
  for (const name of secretFiles) expect(statSync(file(name)).mode & 0o777).toBe(0o600)
  expect(statSync(master ?? '').mode & 0o777).toBe(0o600)
})

test('a wrong master key, or none, is a sentence, and nothing is touched', async () => {
  await keys('seal', '--master-key', master ?? '')
  const before = texts()
  await expect(opened(other)).rejects.toThrow(SecretSealed)
  await expect(opened()).rejects.toThrow(SecretSealed)
  for (const args of [
    ['seal', '--master-key', other ?? ''],
    ['unseal', '--master-key', other ?? ''],
    ['rotate', 'cursor', '--master-key', other ?? ''],
  ]) {
    const ran = await keys(...args)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.error).toMatch(/is wrapped with another master key .* Nothing was changed\.\n$/)
  }
  expect((await keys('rotate', 'cursor')).error).toContain('is wrapped. Give the master key')
  expect(texts()).toEqual(before)
})

test('wrapping that was stopped in the middle is gone on with; all that time the keys open', async () => {
  const plain = await opened()
  const before = texts()
  await keys('seal', '--master-key', master ?? '')
  const after = texts()
  for (let done = 0; done <= secretFiles.length; done++) {
    for (const [at, name] of secretFiles.entries())
      writeFileSync(file(name), (at < done ? after : before).get(name) ?? '')
    expect({ ...(await opened(master)), isSealed: true }).toEqual({ ...plain, isSealed: true })
    expect((await keys('seal', '--master-key', master ?? '')).code).toBe(0)
    expect((await opened(master)).isSealed).toBe(true)
  }
})

test('another master key takes the place of one, and keys can lie open again', async () => {
  const plain = await opened()
  await keys('seal', '--master-key', master ?? '')
  const again = await keys('seal', '--master-key', other ?? '', '--old-master-key', master ?? '')
  expect(again).toMatchObject({ code: 0, error: '' })
  await expect(opened(master)).rejects.toThrow(SecretSealed)
  expect(await opened(other)).toEqual({ ...plain, isSealed: true })
  expect((await keys('unseal', '--master-key', other ?? '')).code).toBe(0)
  expect(await opened()).toEqual(plain)
})

test('a wrapped key that was changed, or put under another’s name, does not open', async () => {
  await keys('seal', '--master-key', master ?? '')
  const text = readFileSync(file('issuer-1.key'), 'utf8')
  cpSync(file('trust-1.key'), file('issuer-1.key'))
  await expect(opened(master)).rejects.toThrow(SecretDamaged)
  const at = text.length - 8
  const flipped = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  writeFileSync(file('issuer-1.key'), flipped)
  await expect(opened(master)).rejects.toThrow(SecretDamaged)
  writeFileSync(file('issuer-1.key'), 'no key')
  await expect(opened(master)).rejects.toThrow(SecretDamaged)
})

test('a master key within the folder that it protects is refused', async () => {
  const within = join(dataFolder, 'master')
  await keys('make-master', within)
  const ran = await keys('seal', '--master-key', within)
  expect(ran.code).toBe(2)
  expect(ran.error).toContain('lies in the folder that it protects')
})

test('a master key is read from a file, from the environment, or from a service manager’s credentials', () => {
  const text = readFileSync(master ?? '', 'utf8')
  const { id } = masterKeyIn(master ?? '')
  expect(masterKeyGiven(master, {})?.id).toBe(id)
  expect(masterKeyGiven(undefined, { MERITFOLIO_MASTER_KEY: text })?.id).toBe(id)
  const hex = Buffer.from(readMasterKey(text) ?? []).toString('hex')
  expect(masterKeyGiven(undefined, { MERITFOLIO_MASTER_KEY: hex })?.id).toBe(id)
  const folder = beside.path('credentials')
  mkdirSync(folder)
  cpSync(master ?? '', join(folder, 'meritfolio-master-key'))
  expect(masterKeyGiven(undefined, { CREDENTIALS_DIRECTORY: folder })?.id).toBe(id)
  expect(masterKeyGiven(undefined, { CREDENTIALS_DIRECTORY: beside.path('none') })).toBeUndefined()
  expect(masterKeyGiven(undefined, {})).toBeUndefined()
  expect(() => masterKeyGiven(beside.path('none'), {})).toThrow(MasterKeyUnusable)
  for (const bad of ['short', 'a'.repeat(63), '!'.repeat(43)])
    expect(() => masterKeyGiven(undefined, { MERITFOLIO_MASTER_KEY: bad })).toThrow(
      MasterKeyUnusable,
    )
})

test('a secret opens under its own name and key alone', async () => {
  const key = masterKeyOf(new Uint8Array(32).fill(1))
  const secret = new Uint8Array(32).fill(7)
  const sealed = await key.seal(secret, 'issuer-1.key')
  expect(new Uint8Array((await key.open(sealed, 'issuer-1.key')) ?? [])).toEqual(secret)
  expect(await key.open(sealed, 'issuer-2.key')).toBeUndefined()
  expect(await masterKeyOf(new Uint8Array(32).fill(2)).open(sealed, 'issuer-1.key')).toBeUndefined()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed, (byte, n) => (n === at ? byte ^ 1 : byte))
    expect(await key.open(changed, 'issuer-1.key')).toBeUndefined()
  }
  expect(await key.open(new Uint8Array(20), 'issuer-1.key')).toBeUndefined()
})

test('a key that is gone is said to be missing, and can be made anew where there is no copy', async () => {
  rmSync(file('issuer-1.key'))
  rmSync(file('trust-1.key'))
  await expect(opened()).rejects.toThrow('no key')
  expect((await keys('replace-lost')).error).toContain('Say why there is no copy')
  const ran = await keys('replace-lost', '--alone', 'The disk was lost.')
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('key-2 is the new key that signs')
  expect(ran.out).toContain('every computer has to join again')
  const { issuer } = await opened()
  expect(issuer.map(({ id, state }) => [id, state])).toEqual([
    ['key-1', 'retired'],
    ['key-2', 'active'],
  ])
  expect((await keys('replace-lost', '--alone', 'Again.')).out).toBe('No key is missing.\n')
})

test('whom the district erased stays erased under another trust key, and a forged line is no better than before', async () => {
  const about = { askedBy: 'desmond', agreedBy: 'ruth', erasedAt: now }
  const { trust } = await opened()
  ledgerIn(dataFolder, trust).note({ person: 'lea', ...about })
  const path = join(dataFolder, ledgerName)
  const forged = { ...JSON.parse(readFileSync(path, 'utf8')), person: 'ruth' }
  appendFileSync(path, `${JSON.stringify(forged)}\n`)
  rmSync(file('trust-1.key'))
  await keys('replace-lost', '--alone', 'The disk was lost.')
  const anew = await opened()
  expect(anew.trust).not.toEqual(trust)
  expect(ledgerIn(dataFolder, anew.trust).entries()).toEqual({
    erased: [{ person: 'lea', ...about }],
    unsigned: 1,
  })
})
