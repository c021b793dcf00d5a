import { describe, expect, test } from 'vitest'
import { hasVectors, vectorAt, vectorBundle, vectorBytes, vectors } from '../../../test/vectors.ts'
import { detect } from '../../detect/detect.ts'
import { verifyBadge, type Check, type Outcome, type Report } from '../verify.ts'

const here = hasVectors()
const all = here ? vectors() : []

/** Open Badges before 3.0, and every picture that holds none of 3.0. */
const older = all.filter(
  ({ file, expect: expected }) =>
    expected?.overall !== undefined &&
    (/^ob[12]\//.test(file) ||
      (file.startsWith('baked/') && detect(vectorBytes(file)).version !== '3.0')),
)

type Answer = boolean | 'unknown'

const answerOf = (report: Report, ids: RegExp): Answer => {
  const outcomes: readonly Outcome[] = report.checks
    .filter((check: Check) => ids.test(check.id))
    .map(check => check.outcome)
  if (outcomes.includes('fail')) return false
  return outcomes.includes('unknown') ? 'unknown' : true
}

/** The manifest says `null` where there is nothing that could vouch for it. */
const proofOf = (report: Report): Answer | null => {
  const format = report.checks.find(check => check.id === 'format')
  if (format?.outcome === 'unknown') return 'unknown'
  if (['none', 'profile', 'badge-class'].includes(report.detected.kind)) return null
  return answerOf(report, /^(proof|hosted|jwt)\.|^issuer\.key$/)
}

const statusOf = (report: Report): string => {
  const codes = report.checks.map(check => check.code)
  if (codes.includes('REVOKED')) return 'revoked'
  const statuses = report.checks.filter(check => check.id.startsWith('status.'))
  if (codes.includes('NOT_RETRIEVED') && report.detected.kind === 'none') return 'unknown'
  if (statuses.length === 0) return 'none'
  return statuses.every(check => check.outcome === 'pass') ? 'not-revoked' : 'unknown'
}

describe.skipIf(!here)('every third-party vector of a badge before 3.0', () => {
  test('there are such vectors', () => {
    expect(older.length).toBeGreaterThan(38)
  })

  test.each(older.map(vector => [`${vector.file}: ${vector.kind}`, vector] as const))(
    '%s gets the expected verdict and every expected answer',
    async (_, vector) => {
      const expected = vector.expect
      if (expected === undefined) throw new Error('a vector without a verdict')
      const report = await verifyBadge(vectorBytes(vector.file), {
        at: vectorAt(vector),
        bundle: vectorBundle(vector, all),
      })
      expect(report.overall).toBe(expected.overall)
      expect(proofOf(report)).toBe(expected.proof)
      expect(statusOf(report)).toBe(expected.status)
      expect(answerOf(report, /^(format|dataModel)$/)).toBe(expected.structure)
      const codes = report.checks.map(check => check.code)
      expect(codes.includes('EXPIRED')).toBe(expected.validity === 'expired')
      expect(codes.includes('NOT_YET_VALID')).toBe(expected.validity === 'not-yet-valid')
      if (expected.hostedScope !== undefined)
        expect(answerOf(report, /^hosted\.scope$/)).toBe(expected.hostedScope)
      if (expected.hostedMatches !== undefined)
        expect(answerOf(report, /^hosted\.matches$/)).toBe(expected.hostedMatches)
      if (expected.warnings?.includes('compressed')) expect(codes).toContain('COMPRESSED')
      // An address in a picture is followed to the badge at hand.
      if (vector.file === 'baked/x-ob2-text-url.png')
        expect(report.detected).toMatchObject({ kind: 'badge', version: '2.0', form: 'png' })
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    },
  )
})
