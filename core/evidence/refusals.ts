export interface EvidenceRefusals {
  evidence_in_use: { claims: number }
  file_too_large: { sizeBytes: number; bytesMax: number }
}
