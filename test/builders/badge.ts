import type { Badge } from '../../core/badge/record.ts'

/** A signed badge: approved at 1, signed at 2 (epoch ms). */
export const aBadge = (more: Partial<Badge> = {}): Badge => ({
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Wait time',
  attempt: 1,
  manifestSha256: 'b'.repeat(64),
  state: 'signed',
  approvedBy: 'iris',
  approvedAt: 1,
  signedAt: 2,
  ...more,
})
