import type { Detected } from '../detect/detected.ts'
import type { Facts } from '../refusal.ts'
import { format } from './checks/format.ts'
import { defaultPolicy, isNeeded, type Policy } from './policy.ts'
import { overallOf, type Finding, type Report } from './report.ts'
import type { TrustBundle } from './trust-bundle.ts'

/** The report of an input, or of a part, of which nothing can be said: unreadable, not looked at, or a fault of this program. */
export function unreadReport(
  input: string,
  given: { readonly at: number; readonly bundle: TrustBundle; readonly policy?: Policy },
  code: 'NOT_READ' | 'NOT_CHECKED_BY_THIS_VERSION',
  facts: Facts,
): Report {
  const detected: Detected = {
    kind: 'none',
    version: null,
    dataModel: null,
    form: 'none',
    name: 'Not read',
    securing: [],
    reason: { code, facts },
    notes: [],
  }
  const finding: Finding = format(detected)
  const needed = isNeeded(given.policy ?? defaultPolicy, finding.id)
  const checks = [{ ...finding, needed }]
  return {
    input,
    detected,
    at: given.at,
    overall: overallOf(checks),
    checks,
    parts: [],
    asOf: null,
    subject: {},
    bundle: given.bundle.name,
  }
}
