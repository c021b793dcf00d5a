/** Somebody who says whether badges are good. */
export interface Contender {
  readonly name: string
  /** What it leaves out that we do, in few words; empty for ours. */
  readonly notInIt: string
  /** Gets ready with the documents of this run, outside the clock. */
  prepare(batch: Batch): Promise<(badge: string) => Promise<boolean>>
}

/** The badges of one turn, and what is known of their issuer. */
export interface Batch {
  readonly kind: 'data-integrity' | 'jwt'
  /** Epoch ms. */
  readonly at: number
  readonly did: string
  readonly alg: string
  readonly publicJwk: object
  /** JSON texts or compact JWS. */
  readonly good: readonly string[]
  /** The first of them, changed by one letter. */
  readonly forged: string
}
