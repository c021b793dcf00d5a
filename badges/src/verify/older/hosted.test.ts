import { describe, expect, test } from 'vitest'
import {
  aBadgeClass,
  anAssertion,
  anIssuer,
  hostedDocuments,
  judgeOlder,
  olderAt,
  site,
  troubles,
  urls,
} from '../../../test/an-older-badge.ts'
import { aPng } from '../../../test/a-badge.ts'
import { joinBytes, utf8 } from '../../bytes/text.ts'
import { pngChunk } from '../../bake/png-chunks.ts'
import type { JsonObject } from '../../json/value.ts'
import { defaultPolicy, four } from '../verify.ts'

const evil = 'https://evil.example'
const assertion = anAssertion()
const bytesOf = (value: JsonObject) => utf8(JSON.stringify(value))

describe('a hosted badge', () => {
  test('is verified when its address, class and issuer are at hand, and says how old that is', async () => {
    const report = await judgeOlder(assertion, hostedDocuments)
    expect(troubles(report)).toEqual([])
    expect(report.overall).toBe('verified')
    expect(report.asOf).toBe(olderAt - 86_400_000)
    expect(report.subject).toMatchObject({
      name: 'Questions that open thinking',
      issuerName: 'Río Verde Unified',
      issuerId: urls.issuer,
    })
    const { signature, dates, status, trust } = four(report)
    expect([signature, dates, status].map(({ outcome }) => outcome)).toEqual([
      'pass',
      'pass',
      'pass',
    ])
    expect(trust).toMatchObject({ outcome: 'unknown', code: 'ISSUER_NOT_LISTED' })
  })

  test.each(Object.values(urls).slice(0, 3))('is indeterminate without %s', async missing => {
    const rest = Object.entries(hostedDocuments).filter(([url]) => url !== missing)
    const report = await judgeOlder(assertion, Object.fromEntries(rest))
    expect(report.overall).toBe('indeterminate')
    expect(troubles(report).every(line => line.startsWith('unknown '))).toBe(true)
  })

  test('HTTP 410 at its address means revoked, whatever the body', async () => {
    for (const content of [utf8('<html>gone</html>'), null, assertion]) {
      const gone = { entry: { httpStatus: 410, content } }
      const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: gone })
      expect(troubles(report)).toEqual(['fail status.revocation REVOKED'])
    }
    const report = await judgeOlder(urls.assertion, {
      [urls.assertion]: { entry: { httpStatus: 410 } },
    })
    expect(report.overall).toBe('not-verified')
    expect(four(report).status.code).toBe('REVOKED')
  })

  test.each([404, 403, 500, 503, 301])('HTTP %i says nothing, even with a body', async status => {
    for (const content of [assertion, { revoked: true }]) {
      const answer = { entry: { httpStatus: status, content } }
      const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: answer })
      expect(report.overall).toBe('indeterminate')
      expect(troubles(report)).toContain('unknown hosted.retrieved NOT_RETRIEVED')
    }
  })

  test('revoked: true at its address needs no other word', async () => {
    const stub = { revoked: true, revocationReason: 'Issued in error' }
    const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: stub })
    expect(troubles(report)).toEqual(['fail status.revocation REVOKED'])
    expect(four(report).status.facts).toMatchObject({ reason: 'Issued in error' })
  })

  test.each([
    ['an HTML page', utf8('<html><body>Please sign in</body></html>')],
    ['nothing', new Uint8Array()],
    ['another JSON', { error: 'try again later' }],
    ['a list', [assertion]],
    ['a number', 5],
  ])('%s at its address says nothing', async (_, content) => {
    const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: content })
    expect(report.overall).toBe('indeterminate')
    expect(troubles(report).some(line => line.startsWith('unknown hosted.retrieved'))).toBe(true)
  })

  test('a picture at its address is opened', async () => {
    const text = joinBytes(utf8('openbadges\0\0\0\0\0'), bytesOf(assertion))
    const documents = { ...hostedDocuments, [urls.assertion]: aPng(pngChunk('iTXt', text)) }
    expect((await judgeOlder(assertion, documents)).overall).toBe('verified')
    expect((await judgeOlder(urls.assertion, documents)).overall).toBe('verified')
  })

  test('an id that is no address of the web is no place to be hosted at', async () => {
    for (const id of ['urn:uuid:1', 'ftp://school.example/a', 'javascript:alert(1)', '', 7]) {
      const report = await judgeOlder({ ...assertion, id }, hostedDocuments)
      expect(report.overall).not.toBe('verified')
      expect(troubles(report).some(line => line.includes('hosted.retrieved'))).toBe(true)
    }
  })

  test('knowledge older than the policy allows is no answer', async () => {
    const policy = { ...defaultPolicy, statusListAgeMsMax: 3_600_000 }
    const report = await judgeOlder(assertion, hostedDocuments, policy)
    expect(troubles(report)).toEqual(['unknown statusList.age STALE'])
  })
})

describe('the copy and the original', () => {
  test('say the same where the copy says nothing, or one time in another zone', async () => {
    const issuedOn = String(assertion['issuedOn'])
    const other = new Date(Date.parse(issuedOn) + 2 * 3_600_000).toISOString()
    const same = other.replace('.000Z', '+02:00')
    const hosted = anAssertion({ evidence: ['https://school.example/e'], narrative: 'Asked well.' })
    const documents = { ...hostedDocuments, [urls.assertion]: hosted }
    const copy = anAssertion({ evidence: [], narrative: '', issuedOn: same })
    expect(troubles(await judgeOlder(copy, documents))).toEqual([])
    const later = anAssertion({ issuedOn: other })
    expect(troubles(await judgeOlder(later, documents))).toEqual([
      'fail hosted.matches COPY_DIFFERS',
    ])
  })

  const changes: readonly JsonObject[] = [
    { recipient: { type: 'email', hashed: false, identity: 'mallory@evil.example' } },
    { issuedOn: '2024-03-02T10:00:00Z' },
    { expires: '2099-03-02T10:00:00Z' },
    { badge: `${site}/b/2` },
    { badge: aBadgeClass({ name: 'Doctor of everything' }) },
    { evidence: 'https://evil.example/e' },
    { image: `${site}/other.png` },
    { verification: { type: 'hosted', creator: urls.key } },
    { narrative: 'Something nobody said' },
  ]
  test.each(changes.map(change => [Object.keys(change).join(), change] as const))(
    'the same id with another %s is not verified',
    async (_, change) => {
      const report = await judgeOlder({ ...assertion, ...change }, hostedDocuments)
      expect(troubles(report)).toEqual(['fail hosted.matches COPY_DIFFERS'])
    },
  )

  test('a copy that says less is fine, and what it leaves out counts all the same', async () => {
    const expired = anAssertion({ expires: '2026-01-01T00:00:00Z' })
    const documents = { ...hostedDocuments, [urls.assertion]: expired }
    const report = await judgeOlder(assertion, documents)
    expect(troubles(report)).toEqual(['fail validUntil EXPIRED'])
  })

  test('one value or a list of it, an id or its object, hosted or HostedBadge are the same', async () => {
    const other = {
      ...assertion,
      type: ['Assertion'],
      badge: aBadgeClass(),
      verification: { type: 'HostedBadge' },
    }
    const report = await judgeOlder(other, hostedDocuments)
    expect(troubles(report)).toEqual([])
    expect(
      (await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: other })).overall,
    ).toBe('verified')
  })

  test('an issuer with a new address, or a class with a new picture, is told of only', async () => {
    const badge = aBadgeClass({
      image: `${site}/old.png`,
      issuer: anIssuer({ email: 'old@a.example' }),
    })
    const old = anAssertion({ badge })
    const report = await judgeOlder(old, { ...hostedDocuments, [urls.assertion]: old })
    expect(report.overall).toBe('verified')
    expect(report.checks.find(check => check.id === 'document.matches')).toMatchObject({
      outcome: 'fail',
      code: 'COPY_DIFFERS',
      needed: false,
      facts: { properties: ['image'] },
    })
  })

  test('a document that calls itself otherwise is told of, not refused', async () => {
    const moved = anAssertion({ id: `${site}/a/new` })
    const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.assertion]: moved })
    expect(report.overall).toBe('verified')
    expect(report.checks.find(check => check.id === 'document.id')).toMatchObject({
      outcome: 'unknown',
      code: 'ID_DIFFERS',
      needed: false,
    })
  })
})

describe('a badge that a stranger hosts', () => {
  const forged = anAssertion({ id: `${evil}/a` })

  test('names a real class: it is out of its issuer’s scope', async () => {
    const report = await judgeOlder(forged, { ...hostedDocuments, [`${evil}/a`]: forged })
    expect(troubles(report)).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
    expect(four(report).trust.outcome).toBe('unknown')
  })

  test('brings a class and an issuer of its own making, with leave for itself', async () => {
    const issuer = anIssuer({ verification: { allowedOrigins: ['evil.example'] } })
    const badge = aBadgeClass({ id: `${evil}/b`, issuer })
    const whole = { ...forged, badge }
    const alone = await judgeOlder(whole, { [`${evil}/a`]: whole })
    expect(alone.overall).toBe('indeterminate')
    expect(troubles(alone)).toContain('unknown hosted.scope NOT_RETRIEVED')
    const met = await judgeOlder(whole, { [`${evil}/a`]: whole, [urls.issuer]: anIssuer() })
    expect(troubles(met)).toContain('fail hosted.scope OUT_OF_SCOPE')
    const told = met.checks.find(check => check.id === 'document.matches')
    expect(told).toMatchObject({ code: 'COPY_DIFFERS', facts: { properties: ['verification'] } })
  })

  test('on a host whose name only begins like the issuer’s', async () => {
    const id = 'https://school.example.evil/a'
    const near = anAssertion({ id })
    const issuer = anIssuer({ verification: { startsWith: 'https://school.example' } })
    const documents = { ...hostedDocuments, [id]: near, [urls.issuer]: issuer }
    expect(troubles(await judgeOlder(near, documents))).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
  })

  test('with a class of its own for a real issuer', async () => {
    const badge = aBadgeClass({ id: `${evil}/b` })
    const hosted = anAssertion({ badge: `${evil}/b` })
    const documents = { ...hostedDocuments, [urls.assertion]: hosted, [`${evil}/b`]: badge }
    expect(troubles(await judgeOlder(hosted, documents))).toEqual([
      'fail hosted.scope OUT_OF_SCOPE',
    ])
  })

  test('a rule for badges leaves classes on the issuer’s own site alone, and no others', async () => {
    const issuer = anIssuer({ verification: { startsWith: `${site}/a/` } })
    const documents = { ...hostedDocuments, [urls.issuer]: issuer }
    expect((await judgeOlder(assertion, documents)).overall).toBe('verified')
    const badge = aBadgeClass({ id: `${evil}/b` })
    const hosted = anAssertion({ badge: `${evil}/b` })
    const elsewhere = { ...documents, [urls.assertion]: hosted, [`${evil}/b`]: badge }
    expect(troubles(await judgeOlder(hosted, elsewhere))).toEqual([
      'fail hosted.scope OUT_OF_SCOPE',
    ])
  })

  test('an issuer that lives nowhere on the web can be held to no place', async () => {
    for (const id of ['urn:uuid:5', 'did:example:1', 'mailto:a@school.example']) {
      const badge = aBadgeClass({ issuer: anIssuer({ id, verification: { startsWith: site } }) })
      const report = await judgeOlder(assertion, { ...hostedDocuments, [urls.badge]: badge })
      expect(report.overall).toBe('indeterminate')
      expect(troubles(report)).toContain('unknown hosted.scope OUT_OF_SCOPE')
    }
  })

  test('an issuer held whole by a class on the issuer’s own origin is the issuer’s word', async () => {
    const documents = {
      [urls.assertion]: assertion,
      [urls.badge]: aBadgeClass({ issuer: anIssuer() }),
    }
    expect((await judgeOlder(assertion, documents)).overall).toBe('verified')
    const gone = { ...documents, [urls.issuer]: { entry: { httpStatus: 410 } } }
    expect((await judgeOlder(assertion, gone)).overall).toBe('indeterminate')
  })
})

describe('documents that point round in a circle', () => {
  test('class and issuer that are each other', async () => {
    const documents = {
      [urls.assertion]: assertion,
      [urls.badge]: aBadgeClass({ issuer: urls.badge }),
    }
    const report = await judgeOlder(assertion, documents)
    expect(report.overall).toBe('not-verified')
    expect(troubles(report)).toContain('fail dataModel MALFORMED_VALUE_ERROR')
  })

  test('addresses that lead to addresses', async () => {
    const [one, two] = [`${site}/1`, `${site}/2`]
    const report = await judgeOlder(one, { [one]: utf8(two), [two]: utf8(one) })
    expect(report.overall).toBe('indeterminate')
    expect(troubles(report)).toEqual(['unknown format NOT_RETRIEVED'])
  })

  test('an assertion that is its own class', async () => {
    const self = anAssertion({ badge: urls.assertion, endorsement: urls.assertion })
    const report = await judgeOlder(self, { [urls.assertion]: self })
    expect(report.overall).toBe('not-verified')
  })
})

describe('1.0 and 0.5', () => {
  const first = {
    uid: '123abc',
    recipient: { identity: 'maria@school.example', hashed: false, type: 'email' },
    badge: urls.badge,
    issuedOn: '2015-04-30',
    verify: { type: 'hosted', url: urls.assertion },
  }
  const badge = {
    name: 'Questions',
    description: 'Asks them',
    image: `${site}/b.png`,
    criteria: `${site}/c`,
    issuer: urls.issuer,
  }
  const documents = {
    [urls.assertion]: first,
    [urls.badge]: badge,
    [urls.issuer]: { name: 'Río Verde Unified', url: site },
  }

  test('a hosted 1.0 badge is verified by verify.url', async () => {
    expect(troubles(await judgeOlder(first, documents))).toEqual([])
    for (const issuedOn of [1430352000, '1430352000', '2015-04-30T10:00:00']) {
      const dated = { ...first, issuedOn }
      const report = await judgeOlder(dated, { ...documents, [urls.assertion]: dated })
      expect(troubles(report)).toEqual([])
    }
  })

  test('the 31st of April is no date', async () => {
    const dated = { ...first, issuedOn: '2015-04-31' }
    const report = await judgeOlder(dated, { ...documents, [urls.assertion]: dated })
    expect(troubles(report)).toEqual([
      'fail dataModel MALFORMED_VALUE_ERROR',
      'fail validFrom MALFORMED_VALUE_ERROR',
    ])
  })

  test('verify.url on another site is out of scope', async () => {
    const url = `${evil}/a`
    const forged = { ...first, verify: { type: 'hosted', url } }
    const report = await judgeOlder(forged, { ...documents, [url]: forged })
    expect(troubles(report)).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
  })

  test('a 0.5 badge is verified where its address is known, on its issuer’s origin', async () => {
    const whole = {
      recipient: 'maria@school.example',
      badge: { ...badge, version: '0.5.0', issuer: { origin: site, name: 'Río Verde Unified' } },
    }
    const there = { [urls.assertion]: whole }
    expect(troubles(await judgeOlder(urls.assertion, there))).toEqual([])
    expect((await judgeOlder(whole, there)).overall).toBe('indeterminate')
    const forged = await judgeOlder(`${evil}/a`, { [`${evil}/a`]: whole })
    expect(troubles(forged)).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
  })
})
