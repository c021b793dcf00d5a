import { describe, expect, test } from 'vitest'
import { detect, type Detected } from '../detect/detect.ts'
import {
  hasVectors,
  vectorAt,
  vectorBundle,
  vectorBytes,
  vectors,
  type Vector,
} from '../../test/vectors.ts'
import { disagreements } from '../../test/disagreements.ts'
import { utf8 } from '../bytes/text.ts'
import { verifyBadge, type Check, type Outcome, type Report } from './verify.ts'

const here = hasVectors()
const all = here ? vectors() : []
const judged = all.filter(vector => vector.expect !== undefined && vector.expect.overall)

const outcomeOf = (checks: readonly Check[]): Outcome => {
  if (checks.some(check => check.outcome === 'fail')) return 'fail'
  return checks.some(check => check.outcome === 'unknown') ? 'unknown' : 'pass'
}

const asProof = (report: Report): boolean | 'unknown' | null => {
  const isUnsigned = report.checks.some(check => check.code === 'NO_PROOF')
  if (isUnsigned || report.detected.kind === 'none') return null
  const isProof = (check: Check) => /^(proof\.|jwt\.alg|definedTerms|issuer\.key$)/.test(check.id)
  const outcome = outcomeOf(report.checks.filter(check => check.needed && isProof(check)))
  return outcome === 'unknown' ? 'unknown' : outcome === 'pass'
}

const asAnswer = (outcome: Outcome) => (outcome === 'unknown' ? 'unknown' : outcome === 'pass')

/** Whether the signatures hold, whoever they are by. */
const arithmeticOf = (report: Report) =>
  asAnswer(outcomeOf(report.checks.filter(check => check.id === 'proof.signature')))

const issuerKeyOf = (report: Report) => {
  const checks = report.checks.filter(check => check.id === 'issuer.key')
  if (checks.some(check => check.facts?.['tie'] === 'origin' && check.outcome === 'pass'))
    return 'same origin'
  return asAnswer(outcomeOf(checks))
}

const claimOf = (report: Report, name: string) =>
  asAnswer(outcomeOf(report.checks.filter(check => check.id === `jwt.claims.${name}`)))

const proofsOf = (report: Report) =>
  report.checks
    .filter(check => check.id === 'proof.signature')
    .map(check => (check.outcome === 'unknown' ? 'unsupported' : check.outcome === 'pass'))

const asStatus = (report: Report): string => {
  const checks = report.checks.filter(check => check.id.startsWith('status.'))
  if (checks.length === 0) return 'none'
  const codes = checks.map(check => check.code)
  if (codes.includes('REVOKED')) return 'revoked'
  if (codes.includes('SUSPENDED')) return 'suspended'
  if (checks.some(check => check.outcome === 'unknown')) return 'unknown'
  const message = checks.find(check => check.id === 'status.message')
  return message ? `message 0x${Number(message.facts?.['value']).toString(16)}` : 'not-revoked'
}

const names: readonly [(detected: Detected) => boolean, (detected: Detected) => string][] = [
  [it => it.kind === 'status-list', () => 'BitstringStatusListCredential'],
  [it => it.kind === 'credential', () => 'VC-2.0'],
  [it => it.kind === 'clr', it => `CLR-${it.version}`],
  [it => it.kind === 'badge', it => `OpenBadges-${it.version}`],
  [it => it.kind === 'endorsement', it => `OpenBadges-${it.version}-Endorsement`],
  [it => it.kind === 'profile', it => `OpenBadges-${it.version}-Profile`],
  [it => it.kind === 'badge-class', it => `OpenBadges-${it.version}-BadgeClass`],
  [() => true, () => 'none'],
]
const nameOf = (detected: Detected) =>
  names.find(([fits]) => fits(detected))?.[1](detected) ?? 'none'

/** The W3C suite adds an issuer to its minimal credentials before it uses them; VCDM 2.0 4.7 needs one. */
function vectorInput(file: string): Uint8Array {
  const bytes = vectorBytes(file)
  if (!file.startsWith('vcdm2/')) return bytes
  const document: object = JSON.parse(new TextDecoder().decode(bytes))
  return utf8(JSON.stringify('issuer' in document ? document : { ...document, issuer: 'urn:w3c' }))
}

/** All but Open Badges before 3.0: those have a test of their own, `older/older-vectors.test.ts`. */
const isInScope = ({ file }: Vector) => {
  if (/^(ob3|di|jwt|jose|did|vcdm2|status|clr2)\//.test(file)) return true
  return file.startsWith('baked/') && detect(vectorBytes(file)).version === '3.0'
}

describe.skipIf(!here)('every third-party badge vector', () => {
  test.each(all.map(vector => [vector.file]))('%s opens without a throw', async file => {
    const bytes = vectorBytes(file)
    expect(detect(bytes).form).toBeTypeOf('string')
    const report = await verifyBadge(bytes, {
      at: vectorAt({ file, kind: '' }),
      bundle: vectorBundle({ file, kind: '' }, all),
    })
    expect(['verified', 'not-verified', 'indeterminate']).toContain(report.overall)
    // Plain data: the report survives JSON unchanged.
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  const recognised = judged.filter(vector => {
    const name = vector.expect?.detected
    // `unknown` stands for damaged pictures and strangers' types: we say `none` and why. The URL in
    // a picture would have to be fetched to be recognised.
    return name !== 'unknown' && vector.file !== 'baked/x-ob2-text-url.png'
  })
  test.each(recognised.map(vector => [vector.file, vector] as const))(
    '%s is recognised as what it is',
    (file, vector) => {
      const detected = detect(vectorBytes(file))
      expect(nameOf(detected)).toBe(vector.expect?.detected)
      if (detected.kind === 'none') expect(detected.reason).not.toBeNull()
    },
  )

  const inScope = judged.filter(vector => isInScope(vector))
  test('there are vectors in scope', () => {
    expect(inScope.length).toBeGreaterThan(150)
  })
  test.each(inScope.map((vector, at) => [`${vector.file} (${at})`, vector] as const))(
    '%s gets the expected verdict',
    async (_, vector) => {
      if (vector.expect === undefined) throw new Error('a vector without a verdict')
      const expected = { ...vector.expect, ...disagreements[vector.file]?.says }
      const report = await verifyBadge(vectorInput(vector.file), {
        at: vectorAt(vector),
        bundle: vectorBundle(vector, all),
      })
      expect([expected.overall, ...(expected.overallAlso ?? [])]).toContain(report.overall)
      expect(asProof(report)).toBe(expected.proof)
      expect(asStatus(report)).toBe(expected.status)
      const isStructure = (check: Check) =>
        /^(type|context|dataModel|jwt\.typ|jwt\.shape)$/.test(check.id)
      const structure = outcomeOf(report.checks.filter(isStructure))
      expect(structure === 'pass' || report.detected.kind === 'none').toBe(expected.structure)
      const codes = report.checks.map(check => check.code)
      expect(codes.includes('EXPIRED')).toBe(expected.validity === 'expired')
      expect(codes.includes('NOT_YET_VALID')).toBe(expected.validity === 'not-yet-valid')
      expect(arithmeticOf(report)).toEqual(
        expected.signatureArithmetic === undefined
          ? arithmeticOf(report)
          : expected.signatureArithmetic,
      )
      if (expected.issuerKey !== undefined) expect(issuerKeyOf(report)).toBe(expected.issuerKey)
      for (const [name, holds] of Object.entries(expected.claims ?? {}))
        expect(claimOf(report, name)).toBe(holds)
      if (expected.proofs !== undefined) expect(proofsOf(report)).toEqual(expected.proofs)
    },
  )

  const received = judged.flatMap(vector =>
    [vector.expect?.recipient, vector.expect?.recipientWrong]
      .filter(expected => expected !== undefined)
      .map(expected => [vector.file, vector, expected] as const),
  )
  test.each(received)('%s names its recipient as expected', async (_, vector, expected) => {
    const { type = expected.known.identityType ?? '', value } = expected.known
    const report = await verifyBadge(vectorBytes(vector.file), {
      at: vectorAt(vector),
      bundle: vectorBundle(vector, all),
      recipients: [{ type, value }],
    })
    const told = report.checks.find(check => check.id === 'recipient')
    // A value that fits in lower case only is a weaker answer, and no match.
    expect(told?.outcome === 'pass').toBe(expected.matches)
    expect(told?.needed).toBe(false)
  })

  const schemas = 'https://purl.imsglobal.org/spec/ob/v3p0/schema'
  const bySchema = async (vector: Vector, file: string, url: string) => {
    const document: object = JSON.parse(new TextDecoder().decode(vectorBytes(vector.file)))
    const credentialSchema = [{ id: `${schemas}${url}`, type: '1EdTechJsonSchemaValidator2019' }]
    const report = await verifyBadge(utf8(JSON.stringify({ ...document, credentialSchema })), {
      at: vectorAt(vector),
      bundle: vectorBundle({ ...vector, with: { [`${schemas}${url}`]: file } }, all),
    })
    return report.checks.find(check => check.id === 'credentialSchema')
  }
  const strict = judged.filter(({ expect: said }) => said?.strictJsonSchema !== undefined)
  test.each(strict.map((vector, at) => [`${vector.file} (${at})`, vector] as const))(
    '%s is as strict as the published schema is said to be',
    async (_, vector) => {
      const url = '/json/ob_v3p0_achievementcredential_schema.json'
      const told = await bySchema(vector, 'schemas/ob_v3p0_achievementcredential_schema.json', url)
      expect(told?.outcome).toBe(vector.expect?.strictJsonSchema === true ? 'pass' : 'fail')
      expect(told?.needed).toBe(false)
    },
  )
  const said = judged.filter(({ expect: expected }) => expected?.schemaSays !== undefined)
  test.each(said.map((vector, at) => [`${vector.file} (${at})`, vector] as const))(
    '%s breaks the schema for any version where others say so',
    async (_, vector) => {
      const url = '/json-ld/ob_v3p0_anyachievementcredential_schema.json'
      const told = await bySchema(
        vector,
        'schemas/ob_v3p0_anyachievementcredential_schema.json',
        url,
      )
      expect(told).toMatchObject({ outcome: 'fail', code: 'SCHEMA_MISMATCH' })
      const places = [told?.facts?.['problems'] ?? []].flat().map(String)
      for (const [, place = 'none'] of (vector.expect?.schemaSays ?? '').matchAll(/(\/\S+) must/g))
        expect(places.some(text => text.startsWith(place))).toBe(true)
    },
  )

  const others = judged.filter(vector => !isInScope(vector))
  test.each(others.map((vector, at) => [`${vector.file} (${at})`, vector] as const))(
    '%s, not checked in full yet, never gets a wrong certainty',
    async (_, vector) => {
      const report = await verifyBadge(vectorBytes(vector.file), {
        at: vectorAt(vector),
        bundle: vectorBundle(vector, all),
      })
      const allowed = [
        vector.expect?.overall,
        ...(vector.expect?.overallAlso ?? []),
        'indeterminate',
      ]
      expect(allowed).toContain(report.overall)
    },
  )
})
