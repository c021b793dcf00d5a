import { describe, expect, test } from 'vitest'
import { detect, type Detected } from '../detect/detect.ts'
import { hasVectors, vectorAt, vectorBundle, vectorBytes, vectors } from '../../test/vectors.ts'
import { verifyBadge, type Check, type Outcome, type Report } from './verify.ts'

const here = hasVectors()
const all = here ? vectors() : []
const judged = all.filter(vector => vector.expect !== undefined && vector.expect.overall)

const outcomeOf = (checks: readonly Check[]): Outcome => {
  if (checks.some(check => check.outcome === 'fail')) return 'fail'
  return checks.some(check => check.outcome === 'unknown') ? 'unknown' : 'pass'
}

const asProof = (report: Report): boolean | 'unknown' => {
  const isProof = (check: Check) => /^(proof\.|definedTerms|issuer\.key$)/.test(check.id)
  const outcome = outcomeOf(report.checks.filter(check => check.needed && isProof(check)))
  return outcome === 'unknown' ? 'unknown' : outcome === 'pass'
}

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

/** Where another check of ours than the vector's says what is wrong; the verdict is the same. */
const structureElsewhere: Readonly<Record<string, string>> = {
  'ob3/1edtech-err-type.json': 'definedTerms: the type that no context defines',
  'ob3/x-vocab-injection.json': 'context: an inline @vocab is refused, not only reported',
}

/** The one suite this version is asked for in full; a proof set counts when it holds one. */
const isInScope = (file: string) => {
  if (!/^(ob3|di|status|clr2|baked)\//.test(file)) return false
  const detected = detect(vectorBytes(file))
  return detected.securing.includes('eddsa-rdfc-2022') && !detected.securing.includes('RS256')
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

  const inScope = judged.filter(vector => isInScope(vector.file))
  test('there are vectors in scope', () => {
    expect(inScope.length).toBeGreaterThan(50)
  })
  test.each(inScope.map((vector, at) => [`${vector.file} (${at})`, vector] as const))(
    '%s gets the expected verdict',
    async (_, vector) => {
      const expected = vector.expect
      if (expected === undefined) throw new Error('a vector without a verdict')
      const report = await verifyBadge(vectorBytes(vector.file), {
        at: vectorAt(vector),
        bundle: vectorBundle(vector, all),
      })
      expect([expected.overall, ...(expected.overallAlso ?? [])]).toContain(report.overall)
      expect(asProof(report)).toBe(expected.proof)
      expect(asStatus(report)).toBe(expected.status)
      if (structureElsewhere[vector.file] === undefined) {
        const isStructure = (check: Check) => /^(type|context|dataModel)$/.test(check.id)
        const structure = outcomeOf(report.checks.filter(isStructure))
        expect(structure).toBe(expected.structure === true ? 'pass' : 'fail')
      }
      const codes = report.checks.map(check => check.code)
      expect(codes.includes('EXPIRED')).toBe(expected.validity === 'expired')
      expect(codes.includes('NOT_YET_VALID')).toBe(expected.validity === 'not-yet-valid')
    },
  )

  const others = judged.filter(vector => !isInScope(vector.file))
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
