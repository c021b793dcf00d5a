import { buildBundle } from 'open-badges-validator-core/bundle/build'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { trustListLimits } from '../../contract/device/trust-lists.ts'
import { TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import { asBytes, issuerOf } from '../verifying/trial/some-badges.ts'
import { keptListsIn } from './kept-lists.ts'
import { trustListsOf } from './trust-lists.ts'

const noon = Date.UTC(2026, 10, 26, 12)
const hourMs = 3_600_000
const districtSecret = secretOf(1)
const stateSecret = secretOf(2)

function secretOf(n: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => (at + 1) * n)
}
const keyOf = (secret: Uint8Array) => ed25519Multikey(publicKeyOf(secret))

interface Making {
  readonly name?: string
  readonly secret?: Uint8Array
  readonly createdAt?: number
  /** Numbers of issuers (`issuerOf`) that it names. */
  readonly issuers?: readonly number[]
  /** Of those whose keys it says are taken back. */
  readonly takenBack?: readonly number[]
}

/** A signed list, as a file. */
function aList({
  name = 'Alder County',
  secret = districtSecret,
  createdAt = noon,
  issuers = [1],
  takenBack = [],
}: Making = {}): Uint8Array {
  const known = { fetchedAt: createdAt, source: 'whoever fetched it' }
  return buildBundle(
    {
      name,
      createdAt,
      entries: issuers.map(n => ({
        url: issuerOf(n).did,
        kind: 'did-document' as const,
        bytes: asBytes({ id: issuerOf(n).did, by: name }),
        httpStatus: 200,
        ...known,
      })),
      keys: takenBack.map(n => ({
        method: {
          id: issuerOf(n).signing.verificationMethod,
          type: 'Multikey',
          controller: issuerOf(n).did,
          publicKeyMultibase: keyOf(issuerOf(n).signing.secretKey),
        },
        revoked: createdAt,
        ...known,
      })),
      issuers: issuers.map(n => ({
        id: issuerOf(n).did,
        name: `${name}: ${issuerOf(n).name}`,
        ...known,
      })),
    },
    secret,
  )
}
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A computer that joined the district whose key is `pinned`. */
function aComputer({ hasJoined = true, isPinned = true } = {}) {
  let now = hasJoined && isPinned ? keyOf(districtSecret) : undefined
  const meta = new Map<string, string>()
  const store = {
    meta: (name: string) => meta.get(name),
    setMeta: (name: string, value: string) => void meta.set(name, value),
  }
  let sent: Uint8Array | undefined
  const open = () =>
    trustListsOf({
      kept: keptListsIn(store),
      newestLists: { read: () => new Map() },
      seen: {
        async get(type) {
          if (type.kind !== TrustBundleRecord.kind || sent === undefined) return undefined
          const body = type.schema.parse({ text: textOf(sent), createdAt: noon })
          const rec = { kind: type.kind, id: 'district', v: 1, rev: 1, body, clocks: {} }
          return { rec, sight: 'record' }
        },
      },
      pinnedKey: () => now,
      pin(publicKey) {
        if (hasJoined) now = publicKey
      },
      clock: () => noon,
      onDefect(error) {
        throw error
      },
    })
  return { meta, open, trust: open(), sends: (list: Uint8Array) => void (sent = list) }
}

const issuersIn = async ({ trust }: Pick<ReturnType<typeof aComputer>, 'trust'>) =>
  (await trust.known()).issuers.map(({ id, source }) => [id, source])

test('the district’s own list is taken as it comes, by the key of the day this computer joined', async () => {
  const computer = aComputer()
  expect((await computer.trust.known()).issuers).toEqual([])
  computer.sends(aList())
  expect(await issuersIn(computer)).toEqual([[issuerOf(1).did, 'district record']])
  const { lists, refused } = await computer.trust.said()
  expect(lists).toMatchObject([
    { name: 'Alder County', isDistricts: true, issuersCount: 1, createdAt: noon },
  ])
  expect(refused).toBeUndefined()
})

test('a list by another key that comes as the district’s is not gone by, and the one before stays', async () => {
  const computer = aComputer()
  computer.sends(aList())
  await computer.trust.known()
  computer.sends(aList({ secret: stateSecret, issuers: [1, 2], createdAt: noon + hourMs }))
  expect(await issuersIn(computer)).toEqual([[issuerOf(1).did, 'district record']])
  expect((await computer.trust.said()).refused?.code).toBe('BUNDLE_OTHER_KEY')
})

test('an older list of the district never takes the place of a newer one, also after a new start', async () => {
  const computer = aComputer()
  computer.sends(aList({ issuers: [1, 2], createdAt: noon + hourMs }))
  await computer.trust.known()
  computer.sends(aList({ issuers: [1] }))
  const again = { trust: computer.open() }
  expect(await issuersIn(again)).toHaveLength(2)
  expect((await again.trust.said()).refused?.code).toBe('BUNDLE_OLDER')
})

test('a stranger’s list counts once a person gave its fingerprint, and newer ones of that key after it by themselves', async () => {
  const computer = aComputer()
  const state = { name: 'State board', secret: stateSecret, issuers: [7] }
  const asked = computer.trust.take(aList(state))
  expect(asked.refused).toMatchObject({ code: 'BUNDLE_OTHER_KEY', facts: { name: 'State board' } })
  const fingerprint = String(asked.refused?.facts['fingerprint'])
  expect(computer.trust.take(aList(state), 'f'.repeat(64)).taken).toBeUndefined()
  expect((await computer.trust.known()).issuers).toEqual([])

  expect(computer.trust.take(aList(state), fingerprint).taken?.isDistricts).toBe(false)
  expect(await issuersIn(computer)).toEqual([[issuerOf(7).did, 'State board']])
  const newer = aList({ ...state, issuers: [7, 8], createdAt: noon + hourMs })
  expect(computer.trust.take(newer).taken?.issuersCount).toBe(2)
  expect(computer.trust.take(aList(state)).refused?.code).toBe('BUNDLE_OLDER')
  expect(textOf(newer)).toBe(computer.trust.text(fingerprint))
})

test('an accepted list says nothing about whom the district speaks of', async () => {
  const computer = aComputer()
  computer.sends(aList({ issuers: [1] }))
  const state = aList({
    name: 'State board',
    secret: stateSecret,
    issuers: [1, 7],
    createdAt: noon - hourMs,
  })
  const asked = computer.trust.take(state)
  computer.trust.take(state, String(asked.refused?.facts['fingerprint']))
  const { issuers, documents, name } = await computer.trust.known()
  expect(issuers.map(issuer => issuer.name)).toEqual([
    'Alder County: Issuer 1',
    'State board: Issuer 7',
  ])
  expect(textOf(asBytesOf(documents.get(issuerOf(1).did)?.content))).toContain('Alder County')
  expect(name).toBe('Alder County, State board')
})

const asBytesOf = (content: unknown): Uint8Array =>
  content instanceof Uint8Array ? content : new Uint8Array()

test('a key that the district took back is so on every computer; an accepted list takes back its own issuers’ alone', async () => {
  const computer = aComputer()
  computer.sends(aList({ issuers: [1, 2], takenBack: [2] }))
  const state = { name: 'State board', secret: stateSecret, issuers: [7, 8], takenBack: [1, 8] }
  const asked = computer.trust.take(aList(state))
  computer.trust.take(aList(state), String(asked.refused?.facts['fingerprint']))
  const bundle = await computer.trust.known()
  const codeOf = async (n: number) => {
    const badge = asBytes(await issuerOf(n).badge(noon, {}))
    const { checks } = await verifyBadge(badge, { at: noon + hourMs, bundle })
    return checks.find(({ id }) => id === 'proof.keyCurrent')?.code
  }
  expect(await codeOf(1)).toBeUndefined()
  expect(await codeOf(2)).toBe('KEY_REVOKED')
  expect(await codeOf(7)).toBeUndefined()
  expect(await codeOf(8)).toBe('KEY_REVOKED')
})

test('the district’s own may come as a file too, for a computer without a network', async () => {
  const computer = aComputer()
  expect(computer.trust.take(aList()).taken?.isDistricts).toBe(true)
  expect(await issuersIn(computer)).toEqual([[issuerOf(1).did, 'district record']])
})

test('what was taken away counts no more, and needs its fingerprint again', async () => {
  const computer = aComputer({ hasJoined: false })
  const state = aList({ secret: stateSecret })
  const fingerprint = String(computer.trust.take(state).refused?.facts['fingerprint'])
  computer.trust.take(state, fingerprint)
  computer.trust.remove(fingerprint)
  expect((await computer.trust.known()).issuers).toEqual([])
  expect(computer.trust.text(fingerprint)).toBeUndefined()
  expect(computer.trust.take(state).refused?.code).toBe('BUNDLE_OTHER_KEY')
})

test('a computer that joined before districts named such a key holds on to that of the first list', async () => {
  const computer = aComputer({ isPinned: false })
  computer.sends(aList())
  expect(await issuersIn(computer)).toEqual([[issuerOf(1).did, 'district record']])
  computer.sends(aList({ secret: stateSecret, createdAt: noon + hourMs }))
  expect((await computer.trust.said()).refused?.code).toBe('BUNDLE_OTHER_KEY')
})

test('a list that was changed on the disk is not gone by', async () => {
  const computer = aComputer()
  computer.trust.take(aList({ issuers: [1, 2] }))
  for (const [name, value] of computer.meta)
    if (name.startsWith('trust-list:'))
      computer.meta.set(name, value.replace('Issuer 2', 'Issuer 3'))
  expect((await computer.open().known()).issuers).toEqual([])
})

test('there is an end to how many are accepted', () => {
  const computer = aComputer()
  const accept = (n: number) => {
    const list = aList({ secret: secretOf(n + 10), name: `List ${n}` })
    const asked = computer.trust.take(list)
    return computer.trust.take(list, String(asked.refused?.facts['fingerprint']))
  }
  for (let n = 0; n < trustListLimits.acceptedMax; n++) expect(accept(n).refused).toBeUndefined()
  expect(accept(trustListLimits.acceptedMax).refused?.code).toBe('BUNDLES_FULL')
})

test.each([
  ['nothing', new Uint8Array()],
  ['no list', asBytes({ a: 1 })],
  ['letters', new TextEncoder().encode('[[[[')],
])('%s is refused with a reason', (_what, bytes) => {
  expect(aComputer().trust.take(bytes).refused?.code).toBe('BUNDLE_NOT_READ')
})

test('a badge by an issuer of an accepted list is verified, and says whose list', async () => {
  const computer = aComputer()
  const list = aList({ name: 'State board', secret: stateSecret, issuers: [7] })
  const asked = computer.trust.take(list)
  computer.trust.take(list, String(asked.refused?.facts['fingerprint']))
  const badge = await issuerOf(7).badge(noon, {})
  const report = await verifyBadge(asBytes(badge), {
    at: noon,
    bundle: await computer.trust.known(),
  })
  const known = report.checks.find(({ id }) => id === 'issuer.known')
  expect(known).toMatchObject({ outcome: 'pass', facts: { source: 'State board' } })
})
