import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { issueBadge } from 'open-badges-validator-core/issue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandInput } from '../../core/commands.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { bodyOn, earnedBadge } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { besideFolder, judgedOn, keysWhileStopped, ranKeys, trustOn } from '../trial/keys.ts'
import { signedWith } from '../badge/signed-with.ts'
import { readSecret, SecretMissing } from './secret-file.ts'
import { secretsIn } from './secrets.ts'

const publicUrl = 'https://record.example.org'
const did = 'did:web:record.example.org'
const hourMs = 3_600_000

let district: TrialDistrict
let [maya, jonah, ruth, desmond]: TrialDevice[] = []
const beside = besideFolder()
beforeAll(async () => {
  district = await trialDistrict({ publicUrl })
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
  desmond = await joined(district, 'desmond')
})
afterAll(async () => {
  beside.remove()
  await district.close()
})

const people = () => {
  if (maya === undefined || jonah === undefined) throw new Error('not joined')
  if (ruth === undefined || desmond === undefined) throw new Error('not joined')
  return { maya, jonah, ruth, desmond }
}

/** The credential office asks for a change of keys, and the administrator agrees. */
async function agreed(input: CommandInput<'key-change.ask'>): Promise<string> {
  const { ruth, desmond } = people()
  const change = (await ruth.act('key-change.ask', input)).id('key-change')
  await desmond.act('key-change.agree', { change })
  return change
}

const earned = (what: string) => earnedBadge(people(), what)

async function onShelf(id: string): Promise<string> {
  const { maya } = people()
  await maya.pull()
  return bodyOn(maya, BadgeRecord, id)?.credential ?? ''
}

const documentNow = async () =>
  JSON.parse(
    (await send(district.address, { method: 'GET', target: districtPaths.did })).body.toString(),
  )

/** Signs as a thief would: with a key's secret, and whatever date they like. */
async function forged(like: string, secretKey: Uint8Array, id: string, created: number) {
  const { proof: _proof, ...credential } = JSON.parse(like)
  credential.id = 'urn:uuid:00000000-0000-8000-8000-000000000000'
  credential.credentialSubject.name = 'Somebody Else'
  credential.validFrom = new Date(created).toISOString()
  return JSON.stringify(
    await issueBadge({ credential, secretKey, verificationMethod: `${did}#${id}`, created }),
  )
}

let first: string
let firstId: string

test('another key signs after a change; what the one before signed stays good, online and offline', async () => {
  firstId = await earned('before the change')
  first = await onShelf(firstId)
  expect(signedWith(first)).toBe(`${did}#key-1`)
  await agreed({ what: 'rotate', reason: 'Once a year.' })
  const ran = await keysWhileStopped(district, ['rotate'])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain('key-2 signs from the next start on.')
  expect(existsSync(join(district.dataFolder, 'keys', 'issuer-1.key'))).toBe(false)

  const second = await onShelf(await earned('after the change'))
  expect(signedWith(second)).toBe(`${did}#key-2`)
  expect(await onShelf(firstId)).toBe(first)
  const { maya } = people()
  for (const badge of [first, second]) expect(await judgedOn(maya, badge)).toEqual(['verified'])

  const document = await documentNow()
  expect(document.assertionMethod).toEqual([`${did}#key-1`, `${did}#key-2`])
  const [listed] = [...trustOn(maya).documents].filter(([url]) => url.includes('/status/'))
  const content = listed?.[1].content
  const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : ''
  expect(signedWith(text)).toBe(`${did}#key-2`)
})

test('a key that somebody else may have signs nothing more that is believed, whatever date it bears', async () => {
  const { maya } = people()
  const path = join(district.dataFolder, 'keys', 'issuer-2.key')
  const stolen = await readSecret(path, undefined)
  const long = district.now() - 30 * 24 * hourMs
  const forgery = await forged(first, stolen, 'key-2', long)
  expect((await judgedOn(maya, forgery))[0]).toBe('verified')

  const before = await earned('before it was given up')
  const theirs = await onShelf(before)
  district.move(2 * hourMs)
  const from = new Date(district.now() - hourMs).toISOString()
  const report = beside.path('signed.csv')
  const about = { key: 'key-2', from: Date.parse(from) }
  await agreed({ what: 'compromise', ...about, reason: 'A copy is missing.' })
  const ran = await keysWhileStopped(district, [
    'compromise',
    'key-2',
    '--from',
    from,
    '--report',
    report,
  ])
  expect(ran).toMatchObject({ code: 0, error: '' })
  expect(ran.out).toContain('It signed 2 badges in the record, 0 of them since then.')
  expect(readFileSync(report, 'utf8')).toContain(`"${before}"`)
  expect(existsSync(path)).toBe(false)

  await maya.until(() => {
    const credential = bodyOn(maya, BadgeRecord, before)?.credential
    return credential === theirs ? undefined : credential
  })
  const again = await onShelf(before)
  expect(signedWith(again)).toBe(`${did}#key-3`)
  const [was, is] = [JSON.parse(theirs), JSON.parse(again)]
  expect({ ...is, proof: 0 }).toEqual({ ...was, proof: 0 })
  expect(await judgedOn(maya, again)).toEqual(['verified'])
  expect(await judgedOn(maya, first)).toEqual(['verified'])
  for (const badge of [forgery, theirs])
    expect(await judgedOn(maya, badge)).toEqual(['not-verified', 'KEY_REVOKED'])
  const stale = await forged(first, stolen, 'key-2', district.now())
  expect((await judgedOn(maya, stale))[0]).toBe('not-verified')

  // A verifier elsewhere that knows nothing of `revoked` finds no such key among those that assert.
  const document = await documentNow()
  expect(document.assertionMethod).toEqual([`${did}#key-1`, `${did}#key-3`])
  expect(document.verificationMethod[1]).toMatchObject({ id: `${did}#key-2`, revoked: from })
})

test('an older copy of the keys folder makes no key good again: without the newer one nothing starts', async () => {
  const older = { keys: beside.path('older-keys'), published: beside.path('published') }
  cpSync(join(district.dataFolder, 'keys'), older.keys, { recursive: true })
  const made = new Date(district.now()).toISOString()
  const tooEarly = await keysWhileStopped(district, [
    ...['compromise', 'key-3', '--from', '2026-11-01', '--alone', 'Tried.'],
  ])
  expect(tooEarly).toMatchObject({ code: 2, out: '' })
  expect(tooEarly.error).toContain('key-3 did not exist yet at that time')
  const alone = ['--alone', 'Nobody could be reached.']
  const given = await keysWhileStopped(district, ['compromise', 'key-3', '--from', made, ...alone])
  expect(given.code).toBe(0)
  cpSync(join(district.dataFolder, 'published'), older.published, { recursive: true })
  await expect(secretsIn(older, undefined, district.now())).rejects.toThrow(SecretMissing)
})

test('a cursor from before its key was changed is still taken, and one from before two changes is not', async () => {
  const { maya } = people()
  await maya.pull()
  const resyncs = async () => {
    const target = pullTarget(maya.cursor, 0)
    const answer = await maya.ask({ method: 'GET', target })
    return 'resync' in pullReply.parse(JSON.parse(answer.body.toString()))
  }
  await keysWhileStopped(district, ['rotate', 'cursor'])
  expect(await resyncs()).toBe(false)
  await keysWhileStopped(district, ['rotate', 'cursor'])
  expect(await resyncs()).toBe(true)
})

test('the list names every key, what became of it and what bears its signature', async () => {
  const { out, code } = await ranKeys(district, ['list'])
  expect(code).toBe(0)
  const lines = out.split('\n')
  expect(lines[0]).toBe(`Signs as ${did}`)
  expect(lines[1]).toMatch(
    /^key-1 {2}retired · made 2026-11-24 · retired 2026-11-24 · on 1 badge and 0 status lists as they stand now · secret destroyed$/,
  )
  expect(lines[2]).toMatch(/^key-2 {2}given up · .* · on 0 badges and 0 status lists/)
  expect(lines[4]).toMatch(
    /^key-4 {2}signs · .* · on \d badges? and 2 status lists .* · unwrapped$/,
  )
  const said = JSON.parse((await ranKeys(district, ['list', '--json'])).out)
  expect(said).toMatchObject({
    signsAs: did,
    issuer: [{ id: 'key-1', state: 'retired' }, {}, {}, {}],
  })
})
