import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../src/json/value.ts'
import { verifyBadge } from '../src/verify/verify.ts'
import { anUnsignedBadge, at, bundleOf, bytesOf, listUrl } from './a-badge.ts'
import { asVersion11 } from './any-credential.ts'
import { othersList, othersStatus, type StatusKind } from './others-status.ts'
import { didKeyOf, withProof } from './signed.ts'

const seed = 20_260_303
const length = 131_072
const from = '2026-03-02T09:00:00Z'
const { did, method } = didKeyOf('ed25519')

/** What may be the matter with a list, or with the place in it. */
const twists = ['not signed', 'another purpose', 'too short', 'past its end', 'changed'] as const
type Twist = (typeof twists)[number] | 'nothing'

interface Told {
  readonly kind: StatusKind
  readonly set: readonly number[]
  readonly index: number
  readonly twist: Twist
}

const any: fc.Arbitrary<Told> = fc
  .record({
    kind: fc.constantFrom<StatusKind>('BitstringStatusListEntry', 'StatusList2021Entry'),
    set: fc.array(fc.integer({ min: 0, max: length - 1 }), { minLength: 1, maxLength: 5 }),
    index: fc.integer({ min: 0, max: length - 1 }),
    isSet: fc.boolean(),
    twist: fc.oneof(fc.constant<Twist>('nothing'), fc.constantFrom<Twist>(...twists)),
  })
  .map(({ kind, set, index, isSet, twist }) => ({
    kind,
    set,
    index: twist === 'past its end' ? length + 3 : isSet ? (set[0] ?? 0) : index,
    twist,
  }))

async function made({ kind, set, index, twist }: Told): Promise<readonly [JsonObject, JsonObject]> {
  const entry = {
    id: `${listUrl}#${index}`,
    type: kind,
    statusPurpose: twist === 'another purpose' ? 'suspension' : 'revocation',
    statusListIndex: String(index),
    statusListCredential: listUrl,
  }
  const badge = anUnsignedBadge({ issuer: { id: did, name: 'Río Verde' }, status: [] })
  const isOlder = kind === 'StatusList2021Entry'
  const unsigned = isOlder ? withContext(asVersion11(badge), words2021) : badge
  const size = twist === 'too short' ? 8 * 1_024 : length
  const bare = await othersList(kind, {
    id: listUrl,
    length: size,
    set: set.filter(one => one < size),
  })
  const date = isOlder ? { issuanceDate: from } : { validFrom: from }
  const list = { ...bare, ...(isOlder ? withContext(bare, proofWords) : {}), issuer: did, ...date }
  const signed = await withProof(list, 'eddsa-rdfc-2022', method)
  const twisted =
    twist === 'not signed' ? list : twist === 'changed' ? { ...signed, name: 'changed' } : signed
  const credential = { ...unsigned, credentialStatus: entry }
  return [await withProof(credential, 'eddsa-rdfc-2022', method), twisted]
}

const words2021 = 'https://w3id.org/vc/status-list/2021/v1'
const proofWords = 'https://w3id.org/security/data-integrity/v2'

const withContext = (credential: JsonObject, context: string): JsonObject => ({
  ...credential,
  '@context': [[credential['@context'] ?? []].flat(), context].flat(),
})

test('a place in a status list of theirs says here what it says there', async () => {
  const counted = { set: 0, clear: 0, unclear: 0 }
  await fc.assert(
    fc.asyncProperty(any, async told => {
      const [badge, list] = await made(told)
      const theirs = await othersStatus(told.kind, badge, list)
      counted[theirs] += 1
      const report = await verifyBadge(bytesOf(badge), {
        at,
        bundle: bundleOf({ [listUrl]: list }),
      })
      const status = report.checks.filter(({ id }) => id.startsWith('status'))
      const said = JSON.stringify({ told, theirs, status })
      if (theirs === 'set') expect(report.overall, said).toBe('not-verified')
      else if (theirs === 'clear' && told.twist !== 'too short')
        expect(report.overall, said).toBe('verified')
      // A list that is shorter than the least that hides anybody (VC-BSL 3.2) is not gone by here; they do.
      else expect(report.overall, said).not.toBe('verified')
    }),
    { seed, numRuns: 60 },
  )
  expect(Math.min(...Object.values(counted)), JSON.stringify(counted)).toBeGreaterThan(3)
}, 120_000)
