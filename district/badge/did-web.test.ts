import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:https'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { didWebToUrl } from 'open-badges-validator-core/did'
import { verifyBadge } from 'open-badges-validator-core/verify'
import type { BundleDocument } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { bodyOn, earnedClaim } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { listEntries } from './status-lists.ts'
import { until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let site: Server
let origin: string
let certificate: Buffer
let folder: string

/** A certificate for localhost, made for this run. */
function madeCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-keyout', key, '-out', cert, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    { stdio: 'ignore' },
  )
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

beforeAll(async () => {
  const made = madeCertificate()
  certificate = made.cert
  site = https.createServer(made, (incoming, outgoing) =>
    district.program().handle(incoming, outgoing),
  )
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  origin = `https://localhost:${address.port}`
  district = await trialDistrict({ publicUrl: origin })
})
afterAll(async () => {
  site.closeAllConnections()
  site.close()
  rmSync(folder, { recursive: true, force: true })
  await district.close()
})

/** Fetches as a stranger's verifier would, over TLS that is checked. */
function fetched(
  url: string,
  headers = {},
): Promise<{
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: Buffer
}> {
  return new Promise((resolve, reject) => {
    const asked = https.get(url, { ca: certificate, headers, family: 4 }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: { ...response.headers },
          body: Buffer.concat(parts),
        }),
      )
    })
    asked.on('error', reject)
  })
}

/** Verifies a badge with nothing but what is served to everybody. */
async function strangersVerdict(credential: string) {
  const badge = JSON.parse(credential)
  const documents = new Map<string, BundleDocument>()
  const didUrl = didWebToUrl(badge.issuer.id)
  if (!didUrl.ok) throw new Error('not a did:web')
  for (const url of [
    didUrl.value,
    ...badge.credentialStatus.map(
      (entry: { statusListCredential: string }) => entry.statusListCredential,
    ),
  ]) {
    const { status, body } = await fetched(url)
    expect(status).toBe(200)
    documents.set(url, { content: body, fetchedAt: district.now(), source: 'fetched' })
  }
  const bytes = new TextEncoder().encode(credential)
  return verifyBadge(bytes, {
    at: district.now(),
    bundle: { name: 'fetched', documents, issuers: [] },
  })
}

const signedOn = (device: TrialDevice, id: string) =>
  device.until(() => bodyOn(device, BadgeRecord, id)?.credential)

test('a stranger verifies a badge over TLS by did:web, and sees its revocation', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const claim = await earnedClaim(maya, jonah, 'tickets of the didweb')
  const approved = await ruth.act('badge.approve', { claim })
  const id = approved.id('badge')
  const credential = await signedOn(maya, id)

  const served = await fetched(`${origin}/badges/${id}`)
  expect(served.body.toString()).toBe(credential)
  expect(served.headers).toMatchObject({
    'content-type': 'application/vc+ld+json',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'strict-transport-security': 'max-age=63072000',
  })
  const etag = String(served.headers['etag'])
  const again = await fetched(`${origin}/badges/${id}`, { 'if-none-match': etag })
  expect([again.status, again.body.length]).toEqual([304, 0])

  const badge = JSON.parse(credential)
  expect(badge.id).toBe(`${origin}/badges/${id}`)
  expect(badge.issuer.id).toBe(`did:web:localhost%3A${new URL(origin).port}`)
  expect(Number(badge.credentialStatus[0].statusListIndex)).toBeLessThan(listEntries)
  expect(badge.credentialSubject.achievement.alignment).toMatchObject([
    { targetCode: 'AF.1', targetFramework: 'Meritfolio Framework of Teaching Practice' },
    { targetCode: 'TD.5' },
  ])
  expect(badge.credentialSubject.result.length).toBe(
    badge.credentialSubject.achievement.resultDescription.length,
  )
  expect(badge.evidence).toHaveLength(1)
  expect((await strangersVerdict(credential)).overall).toBe('verified')

  await ruth.act('badge.revoke', { badge: id, reason: 'Awarded by mistake.' })
  await until(async () => (await strangersVerdict(credential)).overall !== 'verified')
  expect((await strangersVerdict(credential)).overall).toBe('not-verified')
  expect((await fetched(`${origin}/badges/${id}`)).status).toBe(200)
})

test('one person has one name in all their badges, and each badge a place of its own', async () => {
  const lucia = await joined(district, 'lucia')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const claims = [
    await earnedClaim(lucia, jonah, 'first of two'),
    await earnedClaim(lucia, jonah, 'second of two'),
  ]
  const badges: {
    credentialSubject: { id: string }
    credentialStatus: { statusListIndex: string }[]
  }[] = []
  for (const claim of claims) {
    const approved = await ruth.act('badge.approve', { claim })
    badges.push(JSON.parse(await signedOn(lucia, approved.id('badge'))))
  }
  const [one, two] = badges
  expect(one?.credentialSubject.id).toMatch(/^urn:uuid:/)
  expect(one?.credentialSubject.id).toBe(two?.credentialSubject.id)
  expect(one?.credentialStatus[0]?.statusListIndex).not.toBe(
    two?.credentialStatus[0]?.statusListIndex,
  )
})

test('what is revoked stays revoked when the record comes back from an older backup', async () => {
  const lucia = await joined(district, 'lucia')
  const ruth = await joined(district, 'ruth')
  const [key] = [...lucia.records.keys()].filter(name => name.startsWith('badge/'))
  const id = (key ?? '').slice('badge/'.length)
  const credential = await signedOn(lucia, id)
  await district.keepCopy()
  await ruth.act('badge.revoke', { badge: id, reason: 'Awarded by mistake.' })
  await until(async () => (await strangersVerdict(credential)).overall !== 'verified')
  district.move(2 * 86_400_000)
  await district.bringBack()
  const stored = await district.program().house.store.seen().get(BadgeRecord, id)
  expect(stored?.rec.body.state).toBe('signed')
  expect((await strangersVerdict(credential)).overall).toBe('not-verified')
})

test('a list is signed anew each day, so that a clear bit may always be believed', async () => {
  const url = `${origin}/status/1`
  const before = JSON.parse((await fetched(url)).body.toString())
  district.move(40 * 86_400_000)
  await district.restart()
  const after = JSON.parse((await fetched(url)).body.toString())
  expect(Date.parse(after.validUntil)).toBeGreaterThan(district.now())
  expect(after.credentialSubject.encodedList).toBe(before.credentialSubject.encodedList)
})

test('anyone may ask from any page, and what isn’t there isn’t there', async () => {
  expect((await fetched(`${origin}/badges/unknown`)).status).toBe(404)
  expect((await fetched(`${origin}/status/99`)).status).toBe(404)
  // A page on another site, and a cache, ask for each of them in the same way.
  for (const path of ['/status/1', '/trust-bundle', '/.well-known/did.json']) {
    const { headers, body } = await fetched(`${origin}${path}`)
    expect([path, headers]).toMatchObject([
      path,
      {
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300, stale-if-error=86400',
        'last-modified': expect.stringMatching(/ GMT$/),
      },
    ])
    for (const name of ['if-none-match', 'if-modified-since']) {
      const value = String(headers[name === 'if-none-match' ? 'etag' : 'last-modified'])
      const again = await fetched(`${origin}${path}`, { [name]: value })
      expect([path, name, again.status, again.body.length]).toEqual([path, name, 304, 0])
    }
    expect(body.length).toBeGreaterThan(0)
  }
  expect((await fetched(`${origin}/status/99`)).headers['cache-control']).toBe('no-store')
  const did = await fetched(`${origin}/.well-known/did.json`)
  expect(did.headers['content-type']).toBe('application/did+json')
  expect(did.headers['access-control-allow-origin']).toBe('*')
})
