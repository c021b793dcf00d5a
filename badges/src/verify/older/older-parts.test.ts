import { describe, expect, test } from 'vitest'
import {
  aBadgeClass,
  aJws,
  aKey,
  anAssertion,
  anIssuer,
  hostedDocuments,
  judgeOlder,
  signedDocuments,
  site,
  troubles,
  urls,
} from '../../../test/an-older-badge.ts'
import type { JsonObject } from '../../json/value.ts'
import { partsMax } from '../../limits.ts'
import type { Report } from '../verify.ts'

const board = 'https://board.example'
const endorsementUrl = `${board}/e/1`
const endorser = anIssuer({ id: `${board}/issuer`, name: 'A board', url: board })

const anEndorsement = (parts: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Endorsement',
  id: endorsementUrl,
  claim: { id: urls.badge, endorsementComment: 'We know it and like it.' },
  issuedOn: '2025-10-01T00:00Z',
  issuer: `${board}/issuer`,
  verification: { type: 'HostedBadge' },
  ...parts,
})

const endorsed = (endorsement: JsonObject['x'], theirs: JsonObject = anEndorsement()) =>
  judgeOlder(anAssertion(), {
    ...hostedDocuments,
    [urls.badge]: aBadgeClass({ endorsement: endorsement ?? endorsementUrl }),
    [endorsementUrl]: theirs,
    [`${board}/issuer`]: endorser,
  })

const summary = (report: Report) =>
  report.parts.map(part => [part.input, part.detected.kind, part.overall, ...troubles(part)])

describe('an endorsement of 2.0', () => {
  test('by address or whole has a report of its own, by the rules of its own issuer', async () => {
    const expected = [['/badge/endorsement/0', 'endorsement', 'verified']]
    for (const given of [endorsementUrl, [endorsementUrl], anEndorsement()]) {
      const report = await endorsed(given)
      expect(report.overall).toBe('verified')
      expect(summary(report)).toEqual(expected)
      expect(report.parts[0]?.subject.issuerName).toBe('A board')
    }
  })

  test('of another badge is no endorsement of this one, and the badge stays good', async () => {
    const other = anEndorsement({ claim: { id: `${site}/b/other` } })
    const report = await endorsed(endorsementUrl, other)
    expect(report.overall).toBe('verified')
    expect(summary(report)).toEqual([
      [
        '/badge/endorsement/0',
        'endorsement',
        'not-verified',
        'fail endorsement.subject ENDORSES_ANOTHER',
      ],
    ])
  })

  test('that its issuer took back, or that a stranger hosts, does not hold', async () => {
    const gone = await endorsed(anEndorsement(), { revoked: true })
    expect(gone.parts[0] && troubles(gone.parts[0])).toEqual(['fail status.revocation REVOKED'])
    const forged = await endorsed(
      endorsementUrl,
      anEndorsement({ issuer: urls.issuer, claim: { id: urls.badge } }),
    )
    expect(forged.parts[0] && troubles(forged.parts[0])).toEqual(['fail hosted.scope OUT_OF_SCOPE'])
  })

  test('signed is verified by the key of its issuer, and revoked by its list', async () => {
    const payload = anEndorsement({
      id: 'urn:uuid:1',
      issuer: urls.issuer,
      verification: { type: 'signed', creator: urls.key },
    })
    const documents = {
      ...hostedDocuments,
      ...signedDocuments,
      [urls.badge]: aBadgeClass({ endorsement: aJws(payload) }),
    }
    expect(summary(await judgeOlder(anAssertion(), documents))).toEqual([
      ['/badge/endorsement/0', 'endorsement', 'verified'],
    ])
    const listed = {
      ...documents,
      [urls.issuer]: anIssuer({ publicKey: urls.key, revocationList: urls.list }),
      [urls.list]: { type: 'RevocationList', revokedAssertions: ['urn:uuid:1'] },
    }
    const [part] = (await judgeOlder(anAssertion(), listed)).parts
    expect(part && troubles(part)).toEqual(['fail status.revocation REVOKED'])
  })

  test('that is not at hand is told of, and changes nothing', async () => {
    const report = await endorsed(`${board}/e/2`)
    expect(report.overall).toBe('verified')
    expect(summary(report)).toEqual([
      ['/badge/endorsement/0', 'none', 'indeterminate', 'unknown format NOT_RETRIEVED'],
    ])
  })

  test('that endorses itself, and issuers that endorse each other, come to an end', async () => {
    const documents = {
      ...hostedDocuments,
      [urls.issuer]: anIssuer({ endorsement: [endorsementUrl, `${board}/e/2`] }),
      [endorsementUrl]: anEndorsement({ endorsement: [endorsementUrl, `${board}/e/2`] }),
      [`${board}/e/2`]: anEndorsement({ id: `${board}/e/2`, endorsement: endorsementUrl }),
      [`${board}/issuer`]: { ...endorser, endorsement: [endorsementUrl, `${board}/e/2`] },
    }
    const report = await judgeOlder(anAssertion(), documents)
    expect(report.overall).toBe('verified')
    const count = ({ parts }: Report): number =>
      parts.reduce((sum, part) => sum + 1 + count(part), 0)
    expect(count(report)).toBeLessThanOrEqual(partsMax)
  })
})

describe('a Comprehensive Learner Record 1.0', () => {
  const achievement = {
    id: `${site}/b/1`,
    type: 'Achievement',
    achievementType: 'Course',
    name: 'Algebra',
    issuer: { id: urls.issuer, type: 'Profile', name: 'Río Verde Unified' },
  }
  const inner: JsonObject = {
    id: `${site}/a/1`,
    type: 'Assertion',
    achievement,
    issuedOn: '2025-03-02T10:00:00Z',
    recipient: { type: 'id', identity: 'urn:uuid:9', hashed: false },
    verification: { type: 'Hosted' },
  }
  const signedInner = {
    ...inner,
    id: 'urn:uuid:4',
    verification: { type: 'Signed', creator: urls.key },
  }
  const clr: JsonObject = {
    '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
    id: `${site}/clr/1`,
    type: 'Clr',
    name: 'Transcript',
    issuedOn: '2025-06-02T10:00:00Z',
    learner: { id: 'urn:uuid:9', type: 'Profile', name: 'Ana' },
    publisher: { id: urls.issuer, type: 'Profile', name: 'Río Verde Unified' },
    verification: { type: 'Hosted' },
    assertions: [inner],
    signedAssertions: [aJws(signedInner)],
  }
  const documents = {
    [`${site}/clr/1`]: clr,
    [`${site}/a/1`]: inner,
    [urls.issuer]: anIssuer({ publicKey: urls.key }),
    [urls.key]: aKey(),
  }

  test('hosted is verified like a badge, and what is in it each on its own', async () => {
    const report = await judgeOlder(clr, documents)
    expect(report.detected).toMatchObject({ kind: 'clr', version: '1.0' })
    expect(troubles(report)).toEqual([])
    expect(report.subject).toMatchObject({
      name: 'Transcript',
      issuerName: 'Río Verde Unified',
      recipientName: 'Ana',
    })
    expect(summary(report)).toEqual([
      ['/assertions/0', 'badge', 'verified'],
      ['/signedAssertions/0', 'badge', 'verified'],
    ])
    expect(report.parts[0]?.subject.name).toBe('Algebra')
  })

  test('signed is verified by its publisher’s key; a changed part stays bad inside a good whole', async () => {
    const forged = { ...inner, achievement: { ...achievement, name: 'Doctor' } }
    const signed = aJws({
      ...clr,
      id: 'urn:uuid:5',
      verification: { type: 'Signed', creator: urls.key },
      assertions: [forged],
    })
    const report = await judgeOlder(signed, documents)
    expect(troubles(report)).toEqual([])
    expect(report.parts.map(part => part.overall)).toEqual(['not-verified', 'verified'])
  })

  test('of which nothing is at hand is read and stays open', async () => {
    const report = await judgeOlder(clr, {})
    expect(report.overall).toBe('indeterminate')
    expect(report.subject.name).toBe('Transcript')
    expect(report.parts.map(part => part.overall)).toEqual(['indeterminate', 'indeterminate'])
  })
})
