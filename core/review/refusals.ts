export interface ReviewRefusals {
  review_state: { state: string }
  review_own_work: { claim: string }
  review_taken: { claim: string }
  review_unfinished: { criteria: readonly string[] }
  review_unexplained: { criteria: readonly string[] }
  claim_not_in_review: { state: string }
}
