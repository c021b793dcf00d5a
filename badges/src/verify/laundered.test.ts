import { describe, expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, listUrl } from '../../test/a-badge.ts'
import { isObject, listOf, type JsonObject } from '../json/value.ts'
import { four, verifyBadge } from './verify.ts'

const credentials = 'https://www.w3.org/2018/credentials#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const words = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const day = 86_400_000

const codesOf = (report: Awaited<ReturnType<typeof verifyBadge>>, id: string) =>
  report.checks.filter(check => check.id === id).map(check => check.code)

describe('no inline context hides what was signed, wherever it stands and whatever it calls it (row 28)', () => {
  const expired = at + 4 * 365 * day
  const secondList = 'https://district.example/status/2'
  const end = { '@id': `${credentials}validUntil`, '@type': dateTime }
  const status = { '@id': `${credentials}credentialStatus`, '@type': '@id' }
  const withContext = (badge: JsonObject, ...more: readonly JsonObject[]): JsonObject => ({
    ...badge,
    '@context': [...listOf(badge['@context']), ...more],
  })
  const without = (badge: JsonObject, ...names: readonly string[]): JsonObject =>
    Object.fromEntries(Object.entries(badge).filter(([name]) => !names.includes(name)))
  const memberOf = (badge: JsonObject, name: string): JsonObject => {
    const member = badge[name]
    if (!isObject(member)) throw new TypeError(`no ${name}`)
    return member
  }
  const changed = (badge: JsonObject, name: string, change: JsonObject): JsonObject => ({
    ...badge,
    [name]: { ...memberOf(badge, name), ...change },
  })
  const prefix = (iri: string) => ({ '@id': iri, '@prefix': true })
  const twoEntries = [
    { listUrl: secondList, index: 1, purpose: 'suspension' },
    { listUrl, index: 4711, purpose: 'revocation' },
  ] as const

  /** Each keeps every statement of a badge that has ended and is revoked. */
  const launderings: Readonly<
    Record<string, { of?: Parameters<typeof aBadge>[0]; by: (badge: JsonObject) => JsonObject }>
  > = {
    'the id by a prefix, status and end under words of other contexts': {
      by: badge => ({
        ...withContext(without(badge, 'credentialStatus', 'validUntil'), {
          x: prefix('urn:uuid:'),
          partial: status,
          issued: end,
        }),
        id: String(badge['id']).replace('urn:uuid:', 'x:'),
        partial: badge['credentialStatus'] ?? '',
        issued: badge['validUntil'] ?? '',
      }),
    },
    'the id by a prefix alone': {
      by: badge => ({
        ...withContext(badge, { x: prefix('urn:uuid:') }),
        id: String(badge['id']).replace('urn:uuid:', 'x:'),
      }),
    },
    'one of two status entries under an alias, the other twice': {
      of: { status: twoEntries },
      by: badge => {
        const [suspension = '', revocation = ''] = listOf(badge['credentialStatus'])
        return {
          ...withContext(badge, { more: status }),
          credentialStatus: [suspension, suspension],
          more: revocation,
        }
      },
    },
    'one of two status entries under its full IRI': {
      of: { status: twoEntries },
      by: badge => {
        const [suspension = '', revocation = ''] = listOf(badge['credentialStatus'])
        return {
          ...badge,
          credentialStatus: suspension,
          [`${credentials}credentialStatus`]: revocation,
        }
      },
    },
    'an alias that only the context of a type brings': {
      by: badge => ({
        ...withContext(without(badge, 'credentialStatus'), {
          A1: { '@id': `${credentials}VerifiableCredential`, '@context': { more: status } },
        }),
        type: [...listOf(badge['type']), 'A1'],
        more: badge['credentialStatus'] ?? '',
      }),
    },
    'an alias in a context of the subject, which every property of it has': {
      by: badge =>
        changed(badge, 'credentialSubject', {
          '@context': {
            fruit: { '@id': `${words}result`, '@type': '@id', '@container': '@set' },
          },
          result: [],
          fruit: memberOf(badge, 'credentialSubject')['result'] ?? [],
        }),
    },
    'a type under an alias': {
      by: badge => ({
        ...withContext(badge, { A1: `${words}OpenBadgeCredential` }),
        type: ['VerifiableCredential', 'A1'],
      }),
    },
    'a type written out': {
      by: badge => ({ ...badge, type: ['VerifiableCredential', `${words}OpenBadgeCredential`] }),
    },
    'a status entry of another known type beside its own': {
      by: badge =>
        changed(
          withContext(badge, {
            '1EdTechRevocationList':
              'https://www.w3.org/ns/credentials/status#BitstringStatusListEntry',
          }),
          'credentialStatus',
          { type: ['1EdTechRevocationList', 'BitstringStatusListEntry'] },
        ),
    },
    'the id of a status entry by a prefix': {
      by: badge =>
        changed(
          withContext(badge, { x: prefix('https://district.example/') }),
          'credentialStatus',
          {
            id: `x:status/1#4711`,
          },
        ),
    },
    'the address of the status list by a prefix': {
      by: badge =>
        changed(
          withContext(badge, { x: prefix('https://district.example/') }),
          'credentialStatus',
          {
            statusListCredential: 'x:status/1',
          },
        ),
    },
    'the recipient by a prefix that takes a scheme for its own': {
      of: { recipient: { id: 'mailto:maria@district.example' } },
      by: badge =>
        changed(
          withContext(badge, { z: prefix('mailto:ma') }, { mailto: prefix('z:') }),
          'credentialSubject',
          { id: 'mailto:ria@district.example' },
        ),
    },
    'the key by a prefix that takes a scheme for its own': {
      by: badge => withContext(badge, { z: prefix('did:') }, { did: prefix('z:') }),
    },
    'a property by the name of its type': {
      of: { evidence: [] },
      by: badge => {
        const subject = memberOf(badge, 'credentialSubject')
        const { criteria = '', ...achievement } = memberOf(subject, 'achievement')
        return {
          ...badge,
          credentialSubject: { ...subject, achievement: { ...achievement, Criteria: criteria } },
        }
      },
    },
    'an alias that puts ids into keys': {
      by: badge => ({
        ...withContext(without(badge, 'credentialStatus'), {
          more: { ...status, '@container': '@id' },
        }),
        more: {
          [`${listUrl}#4711`]: without(memberOf(badge, 'credentialStatus'), 'id'),
        },
      }),
    },
  }

  test.each(Object.entries(launderings))('%s', async (_, { of = {}, by }) => {
    const badge = await aBadge(of)
    const bundle = bundleOf({
      [listUrl]: await aStatusList([4711]),
      [secondList]: await aStatusList([], { id: secondList, purpose: 'suspension' }),
    })
    const report = await verifyBadge(bytesOf(by(badge)), { at: expired, bundle })
    expect(codesOf(report, 'proof.signature')).toEqual([undefined])
    expect(four(report).signature.code).toMatch(/^(ALIASED_TERM|CONTEXT_REDEFINES)$/)
    expect(report.overall).toBe('not-verified')
  })

  test('nor does a context of the bundle, which may bring words and take none', async () => {
    const badge = await aBadge()
    const url = 'https://district.example/words.json'
    const { credentialStatus = '', ...rest } = badge
    const given = { '@context': [...listOf(badge['@context']), url] }
    const verdictWith = async (document: JsonObject, words: JsonObject) => {
      const { documents, ...others } = bundleOf({ [listUrl]: await aStatusList([4711]) })
      const context = { content: { '@context': words }, fetchedAt: at, source: 'test' }
      const all = new Map([...documents, [url, { ...context, kind: 'context' as const }]])
      return verifyBadge(bytesOf(document), { at, bundle: { ...others, documents: all } })
    }
    const hidden = await verdictWith(
      { ...rest, ...given, more: credentialStatus },
      { more: status },
    )
    expect(codesOf(hidden, 'proof.signature')).toEqual([undefined])
    expect(codesOf(hidden, 'ownNames')).toEqual(['ALIASED_TERM'])
    const taken = await verdictWith({ ...badge, ...given }, { endorsement: 'urn:x:endorsement' })
    expect(codesOf(taken, 'context')).toEqual(['CONTEXT_REDEFINES'])
    const inside = (iri: string) => ({ seminar: { '@id': 'urn:x:s', '@context': { name: iri } } })
    const own = await verdictWith({ ...badge, ...given }, inside('urn:x:name'))
    expect(codesOf(own, 'context')).toEqual([undefined])
    for (const ours of [`${credentials}validUntil`, 'validUntil', '@id']) {
      const hiding = await verdictWith({ ...badge, ...given }, inside(ours))
      expect(codesOf(hiding, 'context')).toEqual(['CONTEXT_REDEFINES'])
    }
    const fine = await verdictWith({ ...badge, ...given }, { type: '@type', more: 'urn:x:more' })
    expect(codesOf(fine, 'context')).toEqual([undefined])
    expect(codesOf(fine, 'ownNames')).toEqual([undefined])
  })
})
