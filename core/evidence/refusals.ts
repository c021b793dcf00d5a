export interface EvidenceRefusals {
  /** It was deleted for good, and nothing of it is left (epoch ms). */
  evidence_deleted: { atMs: number }
  /** A claim that was sent hands it over. */
  evidence_held: { claim: string; title: string }
}
