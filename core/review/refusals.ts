export interface ReviewRefusals {
  review_state: { state: string }
  review_own_work: { claim: string }
  review_taken: { claim: string }
  review_unfinished: { criteria: readonly string[] }
  review_unexplained: { criteria: readonly string[] }
  ratings_differ: { expected: string }
  ratings_signature: { device: string }
  claim_not_in_review: { state: string }
}
