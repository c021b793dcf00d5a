import { expect, test } from 'vitest'
import {
  aStatusList,
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../../test/a-badge.ts'
import { addProof } from '../../issue/add-proof.ts'
import { endorsementCredential, issueBadge } from '../../issue/issue.ts'
import { isList, isObject, type JsonObject, type JsonValue } from '../../json/value.ts'
import { verifyBadge } from '../verify.ts'
import { saidElsewhere } from './said-elsewhere.ts'

const secondList = 'https://district.example/status/2'
const badgeId = 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01'
const achievementId = 'https://district.example/micro-credentials/questions/3'
const toBadge = ['endorsement', 0, 'credentialSubject']
const toAchievement = ['credentialSubject', 'achievement']
const toItsEndorsement = [...toAchievement, 'endorsement', 0, 'credentialSubject']

/** @returns the same with the node at a place changed. */
function changed(
  value: JsonValue,
  [step, ...rest]: readonly (string | number)[],
  change: (node: JsonObject) => JsonObject,
): JsonValue {
  if (isList(value))
    return value.map((item, at) => (at === step ? changed(item, rest, change) : item))
  if (!isObject(value)) throw new TypeError('no such place')
  if (step === undefined) return change(value)
  return { ...value, [step]: changed(value[step] ?? null, rest, change) }
}

/** @returns a badge with some words moved from one place to another, whose node has them then with more types. */
function moved(
  badge: JsonObject,
  names: readonly string[],
  from: readonly (string | number)[],
  to: readonly (string | number)[],
  types: readonly string[] = [],
): JsonObject {
  const taken: Record<string, JsonValue> = {}
  const left = changed(badge, from, node => {
    for (const name of names) taken[name] = node[name] ?? ''
    return Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)))
  })
  const given = changed(left, to, node => ({
    ...node,
    type: [node['type'] ?? [], types].flat(),
    ...taken,
  }))
  if (!isObject(given)) throw new TypeError('no badge')
  return given
}

async function anEndorsement(endorsed: string): Promise<JsonObject> {
  const credential = endorsementCredential({
    id: `urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-${endorsed === badgeId ? '0a4f3f5f9f02' : '0a4f3f5f9f03'}`,
    name: 'Seconded',
    issuer: { id: did, name: 'Río Verde Unified' },
    endorsed,
    comment: 'As we saw ourselves.',
    validFrom: created,
  })
  return issueBadge({ credential, secretKey, verificationMethod, created })
}

/** A badge of somebody to themselves, endorsed twice, with two status entries; revoked by the second. */
async function anEndorsedBadge(): Promise<JsonObject> {
  const bare = anUnsignedBadge({
    id: badgeId,
    recipient: { id: did, name: 'María' },
    status: [
      { listUrl: secondList, index: 1, purpose: 'suspension' },
      { listUrl, index: 4711, purpose: 'revocation' },
    ],
  })
  const endorsement = [await anEndorsement(badgeId)]
  const ofAchievement = [await anEndorsement(achievementId)]
  const endorsed = changed(bare, toAchievement, node => ({ ...node, endorsement: ofAchievement }))
  const credential = isObject(endorsed) ? { ...endorsed, endorsement } : bare
  return issueBadge({ credential, secretKey, verificationMethod, created })
}

async function verdict(badge: JsonObject, revoked: readonly number[]) {
  const bundle = bundleOf({
    [listUrl]: await aStatusList(revoked),
    [secondList]: await aStatusList([], { id: secondList, purpose: 'suspension' }),
  })
  const { overall, checks } = await verifyBadge(bytesOf(badge), { at, bundle })
  const codes = (id: string) => checks.filter(check => check.id === id).map(check => check.code)
  return { overall, signature: codes('proof.signature'), names: codes('ownNames') }
}

/** Each leaves every statement as it was signed. */
const moves: Readonly<Record<string, (badge: JsonObject) => JsonObject>> = {
  'a status entry into an endorsement of the badge': badge => {
    const [suspension = '', revocation = ''] = [badge['credentialStatus'] ?? []].flat()
    const alone = { ...badge, credentialStatus: revocation }
    const away = moved(alone, ['credentialStatus'], [], toBadge, ['VerifiableCredential'])
    return { ...away, credentialStatus: [suspension, suspension] }
  },
  'the end into an endorsement of the badge': badge =>
    moved(badge, ['validUntil'], [], toBadge, ['VerifiableCredential']),
  'the name into an endorsement of the badge, where no type is needed for it': badge =>
    moved(badge, ['name'], [], toBadge),
  'the results into the issuer, who is the same person': badge =>
    moved(badge, ['result'], ['credentialSubject'], ['issuer'], ['AchievementSubject']),
  'the alignment into an endorsement of the achievement': badge =>
    moved(badge, ['alignment'], toAchievement, toItsEndorsement),
  'the tags into an endorsement of the achievement, with its type': badge =>
    moved(badge, ['tag'], toAchievement, toItsEndorsement, ['Achievement']),
}

test.each(Object.keys(moves))(
  'moving %s leaves the signature good and is refused (row 28)',
  async name => {
    const badge = await anEndorsedBadge()
    const answer = await verdict(moves[name]?.(badge) ?? badge, [4711])
    expect(answer.signature).toEqual([undefined])
    expect(answer.names).toEqual(['ALIASED_TERM'])
    expect(answer.overall).toBe('not-verified')
  },
)

test('who gives a badge to themselves and endorses it is believed', async () => {
  expect(await verdict(await anEndorsedBadge(), [])).toMatchObject({ overall: 'verified' })
})

test('an issuer that is somebody’s creator too has one name, and may say more in one place', async () => {
  const withCreator = async (name: string) => {
    const creator = { id: did, type: ['Profile'], name, description: 'A district' }
    const bare = anUnsignedBadge({ issuer: { id: did, name: 'Río Verde Unified' }, status: [] })
    const made = changed(bare, toAchievement, node => ({ ...node, creator }))
    if (!isObject(made)) throw new TypeError('no badge')
    return addProof(made, { secretKey, verificationMethod, created })
  }
  expect((await verdict(await withCreator('Río Verde Unified'), [])).overall).toBe('verified')
  const badge = await withCreator('Ministry of Education')
  const issuer = { id: did, type: ['Profile'], name: 'Ministry of Education' }
  const swapped = changed(badge, [...toAchievement, 'creator'], node => ({
    ...node,
    name: 'Río Verde Unified',
  }))
  if (!isObject(swapped)) throw new TypeError('no badge')
  const answer = await verdict({ ...swapped, issuer }, [])
  expect(answer.signature).toEqual([undefined])
  expect(answer.names).toEqual(['ALIASED_TERM'])
})

test('a badge may hold what was signed when its issuer had another name', () => {
  const issuer = (name: string) => ({ id: did, type: ['Profile'], name })
  const inside = { id: 'urn:x:1', issuer: issuer('Río Verde Schools') }
  const badge = (endorsement: JsonObject) => ({
    id: 'urn:x:2',
    issuer: issuer('Río Verde Unified'),
    endorsement,
  })
  expect(saidElsewhere(badge({ ...inside, proof: {} }))).toEqual([])
  expect(saidElsewhere(badge(inside))).toEqual([did])
})

test('one status entry may stand in a badge and in an endorsement inside, if both say the same of it', () => {
  const entry = { id: 'urn:x:list', type: '1EdTechRevocationList' }
  const inside = { id: 'urn:x:2', credentialStatus: entry, credentialSubject: {} }
  const badge = { id: 'urn:x:1', credentialStatus: entry, endorsement: [inside] }
  expect(saidElsewhere(badge)).toEqual([])
  const otherwise = { ...inside, credentialStatus: { ...entry, statusListIndex: '1' } }
  expect(saidElsewhere({ ...badge, endorsement: [otherwise] })).toEqual(['urn:x:list'])
})

test('a learner record and the credentials inside it may tell of one learner, each in its own words', () => {
  const inside = (name: string) => ({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: {
      id: did,
      type: ['AchievementSubject'],
      achievement: { id: 'urn:x', name },
    },
  })
  const learner = {
    id: did,
    type: ['ClrSubject'],
    achievement: [{ id: 'urn:x', name: 'c' }],
    verifiableCredential: [inside('a'), inside('b')],
  }
  expect(saidElsewhere({ id: 'urn:x:clr', credentialSubject: learner })).toEqual([])
})

test('ten thousand places for one thing are compared with the first, not with one another', () => {
  const badge = {
    id: 'urn:x',
    credentialStatus: Array.from({ length: 10_000 }, () => ({ id: 'urn:x:list' })),
    credentialSubject: Array.from({ length: 10_000 }, () => ({ id: did, type: 'A', name: 'M' })),
  }
  const beganMs = performance.now()
  expect(saidElsewhere(badge)).toEqual(['urn:x:list'])
  expect(performance.now() - beganMs).toBeLessThan(2_000)
})
