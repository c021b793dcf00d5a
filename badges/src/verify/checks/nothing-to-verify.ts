import type { Detected } from '../../detect/detected.ts'
import type { Finding } from '../report.ts'

/** A profile, a badge class, a presentation without a proof: described, and signed by nobody. */
export function nothingToVerify(detected: Detected): Finding {
  return {
    id: 'proof.signature',
    outcome: 'unknown',
    about: '',
    code: 'NOTHING_TO_VERIFY',
    facts: { kind: detected.kind },
    message: 'There is nothing in it that could be verified.',
    spec: 'OB 2.0 #verification',
  }
}
