import { BadgeError } from '../badge-error.ts'
import { utf8 } from '../bytes/text.ts'
import type { TrustBundle } from '../verify/trust-bundle.ts'
import { verifyBadge } from '../verify/verify.ts'

/** Checks whose answer depends on the world outside: a fresh badge may not have them yet. */
const outside = /^(status\.|statusList\.|issuer\.known|issuer\.keyPrivate|credentialSchema|refresh)/

/** What may be the matter with what is signed again after its end, and with nothing else. */
const over = 'EXPIRED'

/**
 * Verifies what is about to be handed out with this package's own verifier: what we would not accept we do not issue.
 *
 * @param badge its text, JSON or JWS.
 * @param at epoch ms.
 * @param mayHaveEnded its end may have passed.
 * @throws BadgeError SELF_CHECK_FAILED with the checks that do not pass.
 */
export async function selfChecked(
  badge: string,
  at: number,
  bundle: TrustBundle,
  mayHaveEnded = false,
): Promise<void> {
  const report = await verifyBadge(utf8(badge), { at, bundle })
  const open = report.checks.filter(
    check =>
      check.needed &&
      check.outcome !== 'pass' &&
      !outside.test(check.id) &&
      !(mayHaveEnded && check.code === over),
  )
  if (open.length === 0) return
  throw new BadgeError('SELF_CHECK_FAILED', 'The badge would not pass verification.', {
    checks: open.map(check => `${check.id} ${check.about} ${check.code ?? check.outcome}`),
    details: open.flatMap(check =>
      Object.values(check.facts ?? {})
        .flat()
        .filter(fact => typeof fact === 'string'),
    ),
  })
}
