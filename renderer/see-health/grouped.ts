import type { Finding, HealthCode } from '../../core/health/finding.ts'
import { healthCodes } from '../../core/health/finding.ts'
import type { HealthReply } from '../../contract/sync/health.ts'

/** The questions that an office asks, in their order. */
export const healthGroups = ['back', 'waiting', 'badges', 'truth', 'ground'] as const
export type HealthGroup = (typeof healthGroups)[number]

const groupOfBeginning: Readonly<Record<string, HealthGroup>> = {
  backup: 'back',
  drill: 'back',
  restored: 'back',
  erased: 'back',
  waits: 'waiting',
  resign: 'waiting',
  arriving: 'waiting',
  lists: 'badges',
  issuer: 'badges',
  keys: 'badges',
  key: 'badges',
  audit: 'truth',
}

const groupOf = (code: HealthCode): HealthGroup =>
  groupOfBeginning[code.split('_', 1)[0] ?? ''] ?? 'ground'

/** What the district found, by question, each in its order; what this version has no sentence for is left out. */
export function grouped(
  findings: HealthReply['findings'],
): readonly (readonly [HealthGroup, readonly Finding[]])[] {
  const known = findings.flatMap(finding => {
    const code = healthCodes.find(one => one === finding.code)
    return code === undefined ? [] : [{ ...finding, code }]
  })
  return healthGroups
    .map(group => [group, known.filter(({ code }) => groupOf(code) === group)] as const)
    .filter(([, found]) => found.length > 0)
}
