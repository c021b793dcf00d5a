import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { anUnsignedBadge, aPng, listUrl } from '../../test/a-badge.ts'
import { jsonLines, openBadges } from '../../test/command-process.ts'
import { createStatusList, statusListCredential } from '../status/status-list.ts'

// Every call is a process of its own, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'making-'))
const path = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(path(name), 'utf8')
const write = (name: string, value: unknown) => writeFileSync(path(name), JSON.stringify(value))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = ['--at', '2026-03-03T10:00:00Z']

test('from a key to a badge in a picture, verified offline by a bundle: the whole way', async () => {
  const key = await openBadges('keygen', '--out', path('key.json'))
  expect(key.code).toBe(0)
  expect(statSync(path('key.json')).mode & 0o077).toBe(0)
  expect(key.out).not.toContain('secret')
  const did = key.out.trim()
  expect(did).toMatch(/^did:key:z6Mk/)

  const issuer = { id: did, name: 'Río Verde Unified' }
  write('credential.json', anUnsignedBadge({ issuer }))
  const signing = ['--key', path('key.json'), '--at', '2026-03-02T10:00:00Z']
  const issued = await openBadges(
    ...['issue', path('credential.json'), ...signing, '--out', path('badge.json')],
  )
  expect(issued).toEqual({ code: 0, out: '', err: '' })
  const created = Date.parse('2026-03-02T10:00:00Z')
  write(
    'list.json',
    statusListCredential({
      ...{ id: listUrl, issuer: did, purpose: 'revocation', list: createStatusList() },
      ...{ validFrom: created, validUntil: created + 30 * 86_400_000, ttlMs: 3_600_000 },
    }),
  )
  const listed = await openBadges('issue', path('list.json'), ...signing)
  writeFileSync(path('signed-list.json'), listed.out)

  writeFileSync(path('picture.png'), aPng())
  writeFileSync(path('picture.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')
  for (const kind of ['png', 'svg']) {
    const argv = [path(`picture.${kind}`), path('badge.json'), '--out', path(`baked.${kind}`)]
    expect(await openBadges('bake', ...argv)).toEqual({ code: 0, out: '', err: '' })
    const out = await openBadges('unbake', path(`baked.${kind}`))
    expect(out).toEqual({ code: 0, out: read('badge.json').trim(), err: '' })
    // Nothing is ever written over.
    expect((await openBadges('bake', ...argv)).code).toBe(64)
  }
  write('plain.json', anUnsignedBadge({ issuer, status: [] }))
  const asJwt = await openBadges('issue', path('plain.json'), '--jwt', ...signing)
  expect([asJwt.code, asJwt.out.trim().split('.').length]).toEqual([0, 3])
  writeFileSync(path('badge.jwt'), asJwt.out)
  expect((await openBadges('verify', path('badge.jwt'), '--offline', ...at)).code).toBe(0)

  const empty = await openBadges('unbake', path('picture.svg'))
  expect(empty).toMatchObject({ code: 1, out: '' })
  expect(empty.err).toContain('[NO_BADGE_INSIDE]')

  write('with.json', { [listUrl]: 'signed-list.json' })
  write('issuers.json', [{ id: did, name: 'Río Verde Unified' }])
  write('keys.json', [
    {
      method: { id: `${did}#old`, controller: did, type: 'Multikey' },
      from: '2020-01-01T00:00:00Z',
    },
  ])
  const bundled = await openBadges(
    ...['bundle', '--key', path('key.json'), '--name', 'March', '--out', path('march.bundle')],
    ...[
      '--with',
      path('with.json'),
      '--issuers',
      path('issuers.json'),
      '--keys',
      path('keys.json'),
    ],
    ...at,
  )
  expect(bundled).toMatchObject({ code: 0, out: '' })
  const shown = await openBadges('bundle', '--show', path('march.bundle'))
  expect(shown.code).toBe(0)
  expect(shown.out).toMatch(/^March\nmade on {7}2026-03-03T10:00:00\.000Z\nsigned by/)
  expect(shown.out).toContain(`status-list   ${listUrl}`)
  expect(shown.out).toContain(`known issuer  ${did} Río Verde Unified, file given`)
  const fingerprint = /signed by +([0-9a-f ]+)/.exec(shown.out)?.[1] ?? ''

  const verified = await openBadges(
    ...['verify', path('badge.json'), path('baked.png'), path('baked.svg'), '--json', ...at],
    ...['--bundle', path('march.bundle'), '--accept-key', fingerprint],
  )
  expect(verified).toMatchObject({ code: 0, err: '' })
  for (const report of jsonLines(verified.out)) {
    expect(report).toMatchObject({ overall: 'verified', bundle: 'March' })
    const checks = report['checks']
    expect(checks).toContainEqual(expect.objectContaining({ id: 'issuer.known', outcome: 'pass' }))
  }

  const explained = await openBadges('explain', path('badge.json'), '--offline', ...at)
  expect(explained.code).toBe(0)
  expect(explained.out).toMatch(/Does the signature fit key and content\? yes/)
  expect(explained.out).toContain('[STATUS_RETRIEVAL_ERROR]')
  const detected = await openBadges('detect', path('baked.svg'), path('key.json'))
  expect(detected.out).toContain('Open Badges 3.0 credential, as svg, signed with eddsa-rdfc-2022')
  expect(detected.out).toContain('key.json: not a badge (NOT_A_BADGE')
  expect(detected.code).toBe(1)
})

test('a credential that would not verify is not signed, and it is said why', async () => {
  await openBadges('keygen', '--out', path('other.json'))
  write('typo.json', { ...anUnsignedBadge(), descripton: 'nobody would sign this word' })
  const { code, out, err } = await openBadges(
    'issue',
    path('typo.json'),
    '--key',
    path('other.json'),
  )
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('[DATA_LOSS_DETECTION_ERROR]')
  expect(err).toContain('descripton')
  // And nobody signs for an issuer whose key it is not.
  write('stranger.json', anUnsignedBadge())
  const stranger = await openBadges('issue', path('stranger.json'), '--key', path('other.json'))
  expect(stranger.code).toBe(1)
  expect(stranger.err).toContain('[SELF_CHECK_FAILED]')
})

test('a key for a did:web brings the document to publish; no key is written over', async () => {
  const argv = ['keygen', '--out', path('web.json'), '--did-web', 'did:web:district.example']
  const { out, err, code } = await openBadges(...argv)
  expect(code).toBe(0)
  expect(err).toContain('https://district.example/.well-known/did.json')
  const document = JSON.parse(out)
  expect(document).toMatchObject({ id: 'did:web:district.example' })
  const { id }: { id: string } = JSON.parse(read('web.json'))
  expect(document.assertionMethod).toEqual([id])
  const before = read('web.json')
  expect((await openBadges(...argv)).code).toBe(64)
  expect(read('web.json')).toBe(before)
})

test('what holds no badge is not baked, and a bundle with a gap is not made', async () => {
  writeFileSync(path('note.txt'), 'hello')
  writeFileSync(path('again.png'), aPng())
  const baked = await openBadges(
    'bake',
    path('again.png'),
    path('note.txt'),
    '--out',
    path('no.png'),
  )
  expect(baked.code).toBe(1)
  const gap = await openBadges(
    ...['bundle', 'https://127.0.0.1/did.json', '--key', path('key.json'), '--name', 'Gap'],
    ...['--out', path('gap.bundle')],
  )
  expect(gap.code).toBe(1)
  expect(gap.err).toContain('[ADDRESS_REFUSED]')
  expect((await openBadges('bundle', '--show', path('gap.bundle'))).code).toBe(64)
})
