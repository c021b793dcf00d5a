import { describe, expect, test } from 'vitest'
import {
  aBadge,
  aStatusList,
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  created,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../../test/a-badge.ts'
import { issueBadge } from '../../issue/issue.ts'
import { isList, isObject, listOf, type JsonObject, type JsonValue } from '../../json/value.ts'
import { credentialsV2, knownContexts, openBadges303 } from '../../json-ld/contexts.ts'
import { createStatusList, encodeStatusList } from '../../status/status-list.ts'
import { verifyBadge } from '../verify.ts'

const day = 86_400_000

async function verdict(badge: JsonObject, list: JsonObject, time = at) {
  const bundle = bundleOf({ [listUrl]: list })
  const { overall, checks } = await verifyBadge(bytesOf(badge), { at: time, bundle })
  return { overall, proof: checks.find(check => check.id === 'statusList.proof') }
}

/** A context of ours as the text of an inline one: nothing in it is protected any more. */
function written(url: string): JsonObject {
  const bare = (value: unknown): JsonValue => {
    if (Array.isArray(value)) return value.map(bare)
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value !== 'object' || value === null) return null
    const members = Object.entries(value).filter(([name]) => name !== '@protected')
    return Object.fromEntries(members.map(([name, inner]) => [name, bare(inner)]))
  }
  const context = bare(knownContexts.get(url))
  const words = isObject(context) ? context['@context'] : null
  if (!isObject(words)) throw new TypeError(`no words at ${url}`)
  return words
}

describe('a status list has no words of its own (row 30)', () => {
  test('one that has run out is not current because its end has another name', async () => {
    const { id = '', validUntil = '', ...rest } = await aStatusList([])
    const ended = '@id'
    const end = 'https://www.w3.org/2018/credentials#validUntil'
    const type = 'http://www.w3.org/2001/XMLSchema#dateTime'
    const words = { own: ended, over: { '@id': end, '@type': type } }
    const hidden = { ...rest, '@context': [credentialsV2, words], own: id, over: validUntil }
    const answer = await verdict(await aBadge(), hidden, created + 100 * day)
    expect(answer.overall).toBe('indeterminate')
    expect(answer.proof).toMatchObject({ outcome: 'unknown', facts: { outcome: 'fail' } })
  })

  test('not even words that mean nothing known, or stand inside the list alone', async () => {
    const list = await aStatusList([])
    const own = { mine: 'https://district.example/mine' }
    const [badge, contexts] = [await aBadge(), listOf(list['@context'])]
    const subject = isObject(list['credentialSubject']) ? list['credentialSubject'] : {}
    for (const more of [
      { '@context': [...contexts, own] },
      { credentialSubject: { '@context': own, ...subject } },
    ]) {
      const answer = await verdict(badge, { ...list, ...more })
      expect(answer.proof?.facts).toEqual({ reason: 'CONTEXT_REDEFINES', outcome: 'fail' })
      expect(answer.overall).toBe('indeterminate')
    }
    expect(await verdict(badge, list)).toMatchObject({ overall: 'verified' })
  })

  test('a badge of the issuer does not become a list by other contexts', async () => {
    const role = encodeStatusList(createStatusList())
    const bare = anUnsignedBadge()
    const subject = bare['credentialSubject']
    if (!isObject(subject) || isList(subject)) throw new TypeError('no subject')
    const badge = await issueBadge({
      credential: { ...bare, credentialSubject: { ...subject, role } },
      secretKey,
      verificationMethod,
      created,
    })
    const [credentials, badges] = [written(credentialsV2), written(openBadges303)]
    const ofSubject = isObject(badges['AchievementSubject']) ? badges['AchievementSubject'] : {}
    const scope = isObject(ofSubject['@context']) ? ofSubject['@context'] : {}
    const list = {
      ...ofSubject,
      '@context': {
        ...scope,
        encodedList: scope['role'] ?? '',
        statusPurpose: '@type',
        revocation: ofSubject['@id'] ?? '',
      },
    }
    const { BitstringStatusList: _, BitstringStatusListCredential: __, ...others } = credentials
    const words = {
      ...badges,
      BitstringStatusListCredential: badges['AchievementCredential'] ?? '',
      BitstringStatusList: list,
      statusPurpose: '@type',
      revocation: ofSubject['@id'] ?? '',
    }
    const reframed = {
      ...badge,
      '@context': [others, words],
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: {
        ...subject,
        type: ['BitstringStatusList'],
        statusPurpose: 'revocation',
        encodedList: role,
      },
    }
    const answer = await verdict(badge, reframed)
    expect(answer.proof).toMatchObject({ outcome: 'unknown', facts: { outcome: 'fail' } })
    expect(answer.overall).toBe('indeterminate')
  })
})
