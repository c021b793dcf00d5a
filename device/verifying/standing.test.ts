import { issueBadge } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/verify'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { mayBeAccepted, nobody } from '../../core/badge/cause.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import { answerOf, summaryOf, wholeOf } from './answered.ts'
import { judgeOnline } from './online-judge.ts'
import { startFetched } from './fetched.ts'
import { knowledgeOf } from './knowledge.ts'
import { officePolicy } from './office-policy.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'

const at = Date.now()
const district = issuerOf(1)
const forger = issuerOf(9)
const from = { fetchedAt: at - 41 * 86_400_000, source: 'test' }

/** Knows the district, under the name that its list gives it, and its status list of 41 days ago. */
async function bundleNow() {
  const content = asBytes(await district.list(at - 42 * 86_400_000))
  return {
    name: 'test',
    documents: new Map([[district.listUrl, { content, ...from }]]),
    issuers: [{ id: district.did, name: 'Alder County', ...from }],
    newestLists: new Map<string, number>(),
  }
}

async function answered(badge: JsonObject) {
  const bundle = await bundleNow()
  const report = await verifyBadge(asBytes(badge), { at, bundle, policy: officePolicy })
  const { grp, summary } = answerOf(report, '', undefined, knowledgeOf(bundle))
  return { grp, ...summaryOf(summary) }
}

/** A badge that the forger signs with its own key, under the district's name. */
async function forged(): Promise<JsonObject> {
  const { proof: _, ...bare } = await forger.badge(at, { index: 3 })
  const issuer = { id: forger.did, type: ['Profile'], name: 'Alder County' }
  return issueBadge({ ...forger.signing, created: at - 1_000, credential: { ...bare, issuer } })
}

const callsItself = ({ name }: { readonly name: string }) => `calls itself ${name}`

test('a forger that takes the district’s name stands apart from its badges, under its own id', async () => {
  const stale = await answered(await district.badge(at, { index: 1 }))
  expect(stale).toMatchObject({ standing: 'unknown', mark: 'status', because: { code: 'STALE' } })
  expect(stale.also).toEqual([])
  expect(stale.causes.map(mayBeAccepted)).toEqual([true])
  expect(whoseSaid({ callsItself }, stale.issuer)).toBe('Alder County')

  const other = await answered(await forged())
  expect(other.grp).not.toBe(stale.grp)
  expect(other).toMatchObject({ standing: 'unknown', mark: 'trust', also: ['status'] })
  expect(other.because?.code).toBe('ISSUER_NOT_LISTED')
  expect(whoseSaid({ callsItself }, other.issuer)).toBe(`${forger.did}, calls itself Alder County`)
})

test('the same forger with and without an unknown status is two groups: what is decided for one says nothing of the other', async () => {
  const { proof: _, credentialStatus: __, ...bare } = await forged()
  const noStatus = await issueBadge({ ...forger.signing, created: at - 1_000, credential: bare })
  const [one, other] = [await answered(await forged()), await answered(noStatus)]
  expect([one.mark, other.mark]).toEqual(['trust', 'trust'])
  expect([one.also, other.also]).toEqual([['status'], []])
  expect(one.grp).not.toBe(other.grp)
})

test('a changed badge of a known issuer is not its word: its name is only what the badge says', async () => {
  const badge = await district.badge(at, { index: 1 })
  const told = await answered({ ...badge, name: 'Another' })
  expect(told).toMatchObject({ standing: 'fails', mark: 'signature', issuer: { isKnown: false } })
})

test('what names no issuer has a cause that can be decided, and is never accepted', async () => {
  const { issuer: _, proof: __, ...bare } = await district.badge(at, {})
  const { causes, standing } = await answered(bare)
  expect(standing).toBe('fails')
  expect(causes).toMatchObject([{ issuer: nobody }])
  expect(
    mayBeAccepted({
      standing: 'unknown',
      mark: 'trust',
      code: 'ISSUER_NOT_LISTED',
      issuer: nobody,
    }),
  ).toBe(false)
})

test('addresses are one cause by what kept them away and by host, and can be decided, not accepted', async () => {
  const bundle = await bundleNow()
  const tried = async (address: string, status: number) => {
    const load = async (url: string) =>
      status === 0
        ? ({ ok: false, refusal: { code: 'ADDRESS_REFUSED', facts: {} } } as const)
        : ({
            ok: true,
            loaded: {
              ...{ url, finalUrl: url, status, contentType: '' },
              ...{ bytes: new Uint8Array(), fetchedAt: at },
            },
          } as const)
    const options = { at, bundle, policy: officePolicy, input: address }
    const { report, notFetched } = await judgeOnline(address, options, load, startFetched())
    const { grp, summary } = answerOf(report, '', notFetched, knowledgeOf(bundle))
    return { grp, ...summaryOf(summary) }
  }
  const missing = await tried('https://a.example/1', 404)
  expect(missing).toMatchObject({ standing: 'unknown', notFetched: 'HTTP 404' })
  expect(missing.causes).toEqual([
    { standing: 'unknown', mark: 'signature', code: 'HTTP_404', issuer: 'a.example' },
  ])
  expect(missing.causes.map(mayBeAccepted)).toEqual([false])
  expect((await tried('https://a.example/2', 404)).grp).toBe(missing.grp)
  const others = [
    await tried('https://a.example/1', 503),
    await tried('https://b.example/1', 404),
    await tried('https://10.0.0.1/1', 0),
  ]
  expect(new Set([missing, ...others].map(one => one.grp)).size).toBe(4)
})

test('an issuer that this version can’t look up is that cause, and no missing key', async () => {
  const badge = await district.badge(at, {})
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: 'did:nobody:1#key-1',
    proofPurpose: 'assertionMethod',
    proofValue: `z${'1'.repeat(64)}`,
  }
  const told = await answered({
    ...badge,
    issuer: { id: 'did:nobody:1', type: ['Profile'], name: 'N' },
    proof,
  })
  expect(told).toMatchObject({ standing: 'unknown', mark: 'signature' })
  expect(told.because?.code).toBe('UNSUPPORTED_DID_METHOD')
})

test('what does not hold is told before what is only unknown', async () => {
  const badge = await forger.badge(at, { index: 1, validUntil: at - 86_400_000 })
  const bundle = await bundleNow()
  const report = await verifyBadge(asBytes(badge), { at, bundle, policy: officePolicy })
  const { packed } = answerOf(report, '', undefined, knowledgeOf(bundle))
  const { reasons, verified } = wholeOf(packed)
  expect(reasons.length).toBeGreaterThan(1)
  expect(reasons[0]?.code).toBe('EXPIRED')
  // Behind the four answers each check says what it speaks of.
  const ended = verified.checks.find(({ code }) => code === 'EXPIRED')
  expect(ended?.facts).toEqual(reasons[0]?.facts)
  expect(Object.keys(ended?.facts ?? {})).toContain('validUntil')
})
