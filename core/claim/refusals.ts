export interface ClaimRefusals {
  claim_state: { state: string }
  claim_not_ready: { toFix: number }
  manifest_differs: { expected: string }
  manifest_signature: { device: string }
  /** A trial version sent it, whose signature covers too little to judge by. */
  sent_by_trial: { attempt: number }
  claim_exists: { claim: string }
  attempts_used: { most: number }
  not_offered: { microCredential: string }
}
