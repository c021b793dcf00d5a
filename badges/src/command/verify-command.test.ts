import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  aPng,
  aStatusList,
  at,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import { ended, jsonLines, openBadges, started } from '../../test/command-process.ts'
import { bake } from '../bake/bake.ts'
import { addProof } from '../issue/add-proof.ts'
import { openBundle } from '../bundle/bundle.ts'
import { buildBundle } from '../bundle/build/build.ts'

// Every call is a process of its own, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const path = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const time = new Date(at).toISOString()
const judged = ['--offline', '--at', time]
const signingKey = Uint8Array.from({ length: 32 }, (_, place) => place + 9)

const named = {
  id: 'urn:uuid:4d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01',
  description: 'A name to be careful with',
  criteria: { narrative: 'None' },
}

beforeAll(async () => {
  const good = bytesOf(await aBadge())
  writeFileSync(path('good.json'), good)
  writeFileSync(path('good.png'), bake(aPng(), new TextDecoder().decode(good)))
  const revoked = bytesOf(await aBadge({ status: [{ listUrl, index: 7, purpose: 'revocation' }] }))
  writeFileSync(path('revoked.json'), revoked)
  writeFileSync(path('not-a-badge.txt'), 'Dear Sir or Madam')
  writeFileSync(
    path('formula.json'),
    bytesOf(await aBadge({ achievement: { ...named, name: '=HYPERLINK("x")' } })),
  )
  mkdirSync(path('lists'))
  const list = bytesOf(await aStatusList([7]))
  writeFileSync(path('lists/one.json'), list)
  writeFileSync(path('relative.json'), JSON.stringify({ [listUrl]: 'lists/one.json' }))
  writeFileSync(path('absolute.json'), JSON.stringify({ [listUrl]: path('lists/one.json') }))
  const entry = { url: listUrl, kind: 'status-list', bytes: list, fetchedAt: created } as const
  const entries = [{ ...entry, source: 'district record', httpStatus: 200 }]
  const file = { name: 'March', createdAt: created, entries, keys: [], issuers: [] }
  writeFileSync(path('march.bundle'), buildBundle(file, signingKey))
  mkdirSync(path('many/b'), { recursive: true })
  mkdirSync(path('many/a'))
  for (const name of ['many/b/1.json', 'many/a/2.json', 'many/z.json', 'many/c.json'])
    writeFileSync(path(name), good)
  writeFileSync(path('many/.hidden.json'), good)
  symlinkSync('..', path('many/round'))
})

test('the exit says it: all verified 0, something not 1, something open 2, wrong use 64', async () => {
  const given = ['--with', path('relative.json'), ...judged]
  expect((await openBadges('verify', path('good.json'), path('good.png'), ...given)).code).toBe(0)
  expect((await openBadges('verify', path('good.json'), path('revoked.json'), ...given)).code).toBe(
    1,
  )
  // Without its status list nobody knows.
  expect((await openBadges('verify', path('good.json'), ...judged)).code).toBe(2)
  // A bad reason beats an open one.
  const both = await openBadges('verify', path('good.json'), path('not-a-badge.txt'), ...judged)
  expect(both.code).toBe(1)
})

test('what cannot be read, or is no badge, counts as not verified and has its line', async () => {
  const paths = [path('gone.json'), path('not-a-badge.txt'), path('good.json')]
  const { out, code } = await openBadges('verify', ...paths, '--json', ...judged)
  const reports = jsonLines(out)
  expect(reports.map(report => report['input'])).toEqual(paths)
  expect(reports.map(report => report['overall'])).toEqual([
    'not-verified',
    'not-verified',
    'indeterminate',
  ])
  expect(code).toBe(1)
})

test('wrong use ends with 64 and a sentence, never with a trace', async () => {
  const { out, err, code } = await openBadges('verify', 'x', '--at', '2026-11-24')
  expect([code, out]).toEqual([64, ''])
  expect(err).toBe('open-badges: --at needs a time with a zone, such as 2026-11-24T12:00:00Z.\n')
})

test('explain says yes to what is good news, and no to what is not', async () => {
  const asked = 'Does it still stand: not withdrawn for good?'
  const argv = ['explain', path('good.json'), path('revoked.json'), '--with', path('relative.json')]
  const { out, code } = await openBadges(...argv, ...judged)
  const said = out.split('\n').filter(line => line.includes(asked))
  expect([code, said]).toEqual([0, [`  ${asked} yes`, `  ${asked} NO`]])
})

test('a file that is not there is said not to be there, and not to be damaged', async () => {
  const { out, code } = await openBadges('verify', path('nowhere.json'), ...judged)
  expect(code).toBe(1)
  expect(out).toMatch(/could not be opened.*\[NOT_READ\]/)
  const detected = await openBadges('detect', path('nowhere.json'))
  expect([detected.code, detected.out]).toEqual([
    1,
    expect.stringContaining(': not read (NOT_READ'),
  ])
})

test('--with takes paths relative to its own folder, and absolute ones', async () => {
  for (const list of ['relative.json', 'absolute.json']) {
    const argv = [path('good.json'), '--with', path(list), '--json', ...judged]
    expect(jsonLines((await openBadges('verify', ...argv)).out)[0]).toMatchObject({
      overall: 'verified',
      at,
    })
  }
  writeFileSync(path('missing.json'), JSON.stringify({ [listUrl]: 'lists/none.json' }))
  const missing = await openBadges('verify', path('good.json'), '--with', path('missing.json'))
  expect(missing.code).toBe(64)
  expect(missing.err).toContain(path('lists/none.json'))
})

test('a folder is gone through by name, with the folders in it, without hidden files and links', async () => {
  const { out, err, code } = await openBadges('verify', path('many'), '--json', ...judged)
  expect(jsonLines(out).map(report => report['input'])).toEqual(
    ['many/a/2.json', 'many/b/1.json', 'many/c.json', 'many/z.json'].map(path),
  )
  // Nobody watches: no bar.
  expect([err, code]).toEqual(['', 2])
})

test('an empty folder proves nothing', async () => {
  mkdirSync(path('empty'))
  const { out, err, code } = await openBadges('verify', path('empty'), '--json', ...judged)
  expect([out, code]).toEqual(['', 2])
  expect(err).toContain('no file')
})

test('a bundle is used once its key is accepted, and only then', async () => {
  const argv = ['verify', path('good.json'), '--bundle', path('march.bundle'), '--at', time]
  const asked = await openBadges(...argv)
  expect(asked.code).toBe(64)
  const [, fingerprint = ''] = /--accept-key ([0-9a-f]{64})/.exec(asked.err) ?? []
  const accepted = await openBadges(...argv, '--json', '--accept-key', fingerprint)
  expect(accepted.code).toBe(0)
  expect(jsonLines(accepted.out)[0]).toMatchObject({ overall: 'verified', bundle: 'March' })
  const older = ['--accept-key', fingerprint, '--not-older-than', time]
  expect((await openBadges(...argv, ...older)).code).toBe(64)
  const altered = new TextEncoder().encode('{}')
  expect(openBundle(altered, { pinnedKey: null, newestSeen: null }).ok).toBe(false)
})

test('for people each answer has its own line, and a name cannot paint the terminal', async () => {
  writeFileSync(
    path('painted.json'),
    bytesOf(await aBadge({ achievement: { ...named, name: 'Green \u001b[32mtick\u202e' } })),
  )
  const { out } = await openBadges(
    ...['verify', path('revoked.json'), path('painted.json'), '--with', path('relative.json')],
    ...judged,
  )
  expect(out).toContain('Not verified: Questions that open thinking, by Río Verde Unified')
  expect(out).toMatch(/Signature: +It is unchanged since it was signed\./)
  expect(out).toMatch(/Whose key: +The key is the issuer’s\./)
  expect(out).toMatch(/Dates: +It is valid at this time\./)
  expect(out).toMatch(/Status: +The issuer has revoked it\..*\[REVOKED\]/)
  expect(out).toMatch(/Known issuer: +The issuer is in no list/)
  expect(out).toContain('2 checked: 1 verified, 1 not verified, 0 not certain.')
  expect(out).not.toContain('\u001b')
  expect(out).not.toContain('\u202e')
})

test('whose badge it is, is told beside the verdict, and decides only when asked to', async () => {
  const argv = ['verify', path('good.json'), '--with', path('relative.json'), ...judged, '--json']
  const asked = async (...more: readonly string[]) => {
    const { out, code } = await openBadges(...argv, ...more)
    const [report] = jsonLines(out)
    const checks = report?.['checks']
    const found = Array.isArray(checks) ? checks.find(check => check.id === 'recipient') : undefined
    return [found?.outcome, report?.['overall'], code]
  }
  const right = ['--recipient', 'email=maría@district.example']
  const wrong = ['--recipient', 'email=mario@district.example']
  expect(await asked(...right)).toEqual(['pass', 'verified', 0])
  expect(await asked(...wrong)).toEqual(['fail', 'verified', 0])
  expect(await asked(...wrong, '--need', 'recipient')).toEqual(['fail', 'not-verified', 1])
  // Any one who fits is enough.
  expect(await asked(...wrong, ...right, '--need', 'recipient')).toEqual(['pass', 'verified', 0])
  expect(await asked('--need', 'issuer.known')).toEqual(['unknown', 'indeterminate', 2])
})

test('--csv is one table, and no cell of it is run by a spreadsheet', async () => {
  const { out, code } = await openBadges(
    ...['verify', path('formula.json'), path('revoked.json'), '--csv'],
    ...['--with', path('relative.json'), ...judged],
  )
  const [header, first, second, ...more] = out.split('\r\n')
  expect(header).toMatch(/^"input","verdict",/)
  expect(first).toContain(`"${path('formula.json')}","verified"`)
  expect(first).toContain(`"'=HYPERLINK(""x"")"`)
  expect(second).toMatch(/"not-verified".*status\.revocation REVOKED: The issuer has revoked it/)
  expect([more, code]).toEqual([[''], 1])
})

test('without --offline nothing inside the machine is ever asked, whatever a badge names', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.end('{}')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const host = `127.0.0.1:${address.port}`
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `http://${host}/1`,
    badge: `http://localhost:${address.port}/2`,
    recipient: { type: 'email', hashed: false, identity: 'a@b.example' },
    issuedOn: '2026-01-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
  }
  writeFileSync(path('inside.json'), JSON.stringify(assertion))
  writeFileSync(path('inside.txt'), `http://${host}/3`)
  const inside = [path('inside.json'), path('inside.txt'), `http://${host}/4`]
  const { out, code } = await openBadges('verify', ...inside, '--json')
  expect(jsonLines(out).length).toBe(3)
  expect(code).not.toBe(0)
  expect(asked).toBe(0)
  await new Promise(done => server.close(done))
})

test('Ctrl-C leaves what was checked so far, in order, and does not say that all is well', async () => {
  mkdirSync(path('crowd'))
  const good = bytesOf(await aBadge({ status: [] }))
  const names = Array.from({ length: 3000 }, (_, place) => String(place).padStart(5, '0'))
  for (const name of names) writeFileSync(path(`crowd/${name}.json`), good)
  const child = started(['verify', path('crowd'), '--json', ...judged])
  child.stdout.once('data', () => child.kill('SIGINT'))
  const { out, err, code } = await ended(child)
  const inputs = jsonLines(out).map(report => report['input'])
  expect(inputs.length).toBeGreaterThan(0)
  expect(inputs.length).toBeLessThan(names.length)
  expect(inputs).toEqual(names.slice(0, inputs.length).map(name => path(`crowd/${name}.json`)))
  expect(err).toContain('Stopped')
  expect(code).toBe(2)
})

test('a reader that goes away, as with head, ends it without a word', async () => {
  const child = started(['verify', path('crowd'), '--json', ...judged])
  child.stdout.once('data', () => child.stdout.destroy())
  const { err } = await ended(child)
  expect(err).not.toMatch(/EPIPE|Error/)
})

test('an endorsement of its own file is judged beside the badge it speaks of, and one of nothing is told', async () => {
  const endorsement = (id: string) =>
    addProof(
      {
        '@context': anUnsignedBadge()['@context'] ?? [],
        id: 'urn:uuid:endorsement',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: { id: did, type: ['Profile'], name: 'District' },
        validFrom: '2026-03-01T00:00:00Z',
        credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Good.' },
      },
      { secretKey, verificationMethod, created },
    )
  writeFileSync(path('endorsed.json'), bytesOf(await endorsement(did)))
  writeFileSync(path('nobody.json'), bytesOf(await endorsement('urn:uuid:nobody')))
  const given = ['--with', path('relative.json'), ...judged]
  const beside = ['--endorsement', path('endorsed.json'), '--endorsement', path('nobody.json')]
  const { out, err, code } = await openBadges('verify', path('good.json'), ...beside, ...given)
  expect(out).toContain('Beside it, endorsement[0]: verified')
  expect([err, code]).toEqual([
    `${path('nobody.json')} endorses nothing of what was verified.\n`,
    0,
  ])
  const wrong = await openBadges('verify', path('good.json'), '--endorsement', path('good.json'))
  expect(wrong.code).toBe(64)
  expect(wrong.err).toContain('is no endorsement')
})

test('how old a list may be is said in days, and two of one id are told of on both', async () => {
  writeFileSync(path('twin.json'), bytesOf({ ...(await aBadge()), name: 'Forged' }))
  const twins = ['verify', path('good.json'), path('twin.json'), '--json', ...judged]
  const reports = jsonLines((await openBadges(...twins, '--with', path('relative.json'))).out)
  expect(reports.map(report => JSON.stringify(report['checks']).includes('SAME_ID'))).toEqual([
    true,
    true,
  ])
  const later = ['--offline', '--at', '2030-01-01T00:00:00Z', '--json', '--list-age', '0.5']
  const old = await openBadges(
    'verify',
    path('good.json'),
    '--with',
    path('relative.json'),
    ...later,
  )
  expect(old.out).toContain('"STALE"')
  const wrong = await openBadges('verify', path('good.json'), '--key-age', 'soon')
  expect([wrong.code, wrong.err]).toEqual([
    64,
    'open-badges: --key-age needs a number of days, such as 30.\n',
  ])
})
