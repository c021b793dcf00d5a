import { canonical, sha256Text } from '../kit/canonical.ts'
import type { Attestations, Item } from './record.ts'

export interface Frozen {
  readonly claim: string
  readonly attempt: number
  readonly person: string
  readonly device: string
  readonly microCredential: string
  readonly submittedAt: number
  readonly answers: Readonly<Record<string, string>>
  readonly items: readonly Item[]
  readonly attestations: Attestations
  readonly note: string
}

/**
 * The manifest of an attempt: canonical JSON (RFC 8785) of the hashes of everything handed over (sync.md §3.8), each
 * piece of evidence as a whole. Its SHA-256 stands for the whole attempt in the review and in the badge.
 */
export function manifestOf(frozen: Frozen): string {
  const { answers, items, attestations } = frozen
  return canonical({
    v: 2,
    claim: frozen.claim,
    attempt: frozen.attempt,
    person: frozen.person,
    device: frozen.device,
    microCredential: frozen.microCredential,
    submittedAt: frozen.submittedAt,
    answers: Object.fromEntries(
      Object.entries(answers).map(([prompt, text]) => [prompt, sha256Text(text)]),
    ),
    items: items.map(item => sha256Text(canonical(item))),
    attestations: { ...attestations, aiUse: sha256Text(attestations.aiUse) },
    noteSha256: sha256Text(frozen.note),
  })
}
