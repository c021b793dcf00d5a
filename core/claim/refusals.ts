export interface ClaimRefusals {
  claim_state: { state: string }
  claim_not_ready: { toFix: number }
  manifest_differs: { expected: string }
  manifest_signature: { device: string }
  claim_exists: { claim: string }
  attempts_used: { most: number }
  not_offered: { microCredential: string }
}
