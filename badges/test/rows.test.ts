import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { bake } from '../src/bake/bake.ts'
import { didKey, didKeyVerificationMethod } from '../src/did/did.ts'
import { publicKeyOf } from '../src/issue/issue.ts'
import { pngChunk } from '../src/bake/png-chunks.ts'
import { utf8 } from '../src/bytes/text.ts'
import { createStatusList, issueStatusList } from '../src/status/status-list.ts'
import { verifyBadge } from '../src/verify/verify.ts'
import { aBadge, aPng, aStatusList, at, bundleOf, bytesOf, created, listUrl } from './a-badge.ts'

const codes = (report: Awaited<ReturnType<typeof verifyBadge>>, id: string) =>
  report.checks.filter(check => check.id === id).map(check => check.code)

test('a list that was changed, swapped for a stranger’s, or is an older one proves nothing (row 30)', async () => {
  const badge = bytesOf(await aBadge())
  const good = await aStatusList()
  const withList = (list: typeof good, newest?: number) =>
    verifyBadge(badge, {
      at,
      bundle: {
        ...bundleOf({ [listUrl]: list }),
        ...(newest === undefined ? {} : { newestLists: new Map([[listUrl, newest]]) }),
      },
    })
  expect((await withList(good)).overall).toBe('verified')

  const { credentialSubject } = await aStatusList([4711])
  const changed = await withList({ ...good, credentialSubject: credentialSubject ?? {} })
  expect(changed.overall).not.toBe('verified')
  expect(codes(changed, 'status.revocation')).toEqual(['STATUS_VERIFICATION_ERROR'])

  const secretKey = new Uint8Array(32).fill(5)
  const stranger = didKey(publicKeyOf(secretKey))
  const list = createStatusList()
  const strangers = await issueStatusList(
    {
      ...{ id: 'https://evil.example/1', issuer: stranger, purpose: 'revocation', list },
      ...{ validFrom: created, validUntil: at + 86_400_000, ttlMs: 3_600_000 },
    },
    { secretKey, verificationMethod: didKeyVerificationMethod(stranger), created },
  )
  const swapped = await withList(strangers)
  expect(codes(swapped, 'statusList.id')).toEqual(['ID_DIFFERS'])
  expect(codes(swapped, 'statusList.issuer')).toEqual(['CONTROLLER_MISMATCH'])
  expect(codes(swapped, 'status.revocation')).toEqual(['LIST_NOT_TIED'])
  expect(swapped.overall).toBe('indeterminate')

  const older = await withList(good, created + 3_600_000)
  expect(older.overall).not.toBe('verified')
  expect(older.checks.map(check => check.code)).toContain('OLDER_THAN_SEEN')
})

test('verifying reaches no address, whatever a badge names (row 31)', async () => {
  const reach = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('reached'))
  const inner = 'https://169.254.169.254/latest'
  for (const place of ['credentialSchema', 'refreshService', 'credentialStatus', 'evidence'])
    await verifyBadge(bytesOf({ ...(await aBadge()), [place]: [{ id: inner, type: 'X' }] }), {
      at,
      bundle: bundleOf({}),
    })
  const elsewhere = { ...(await aBadge()), issuer: 'did:web:127.0.0.1', '@context': [inner] }
  await verifyBadge(bytesOf(elsewhere), { at, bundle: bundleOf({}) })
  expect(reach).not.toHaveBeenCalled()
  reach.mockRestore()
})

test('a picture around a badge changes nothing about it, whatever code or address is drawn on it (row 33)', async () => {
  const text = JSON.stringify(await aBadge({ status: [] }))
  const link = pngChunk('tEXt', utf8('URL\0https://evil.example/verify'))
  const [plain, drawnOn] = [bake(aPng(), text), bake(aPng(link), text)]
  const report = (bytes: Uint8Array) => verifyBadge(bytes, { at, bundle: bundleOf({}) })
  expect(await report(drawnOn)).toEqual(await report(plain))
})

test('each of the rows about badges has a test that names it', () => {
  const root = join(import.meta.dirname, '..')
  const tests = ['src', 'test']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
        join(root, folder, name),
      ),
    )
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(name, 'utf8'))
  for (const row of [27, 28, 29, 30, 31, 32, 33, 34])
    expect(
      tests.some(text => text.includes(`row ${row}`)),
      `row ${row}`,
    ).toBe(true)
})
