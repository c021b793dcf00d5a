import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Attestations, Item } from './record.ts'

/** SHA-256 of a text's UTF-8 bytes, hex. */
export const sha256Text = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

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
 * The manifest of an attempt: canonical JSON (RFC 8785) of the hashes of everything handed over (sync.md §3.8).
 * Its SHA-256 stands for the whole attempt in the review and in the badge.
 */
export function manifestOf(frozen: Frozen): string {
  const manifest = {
    v: 1,
    claim: frozen.claim,
    attempt: frozen.attempt,
    person: frozen.person,
    device: frozen.device,
    microCredential: frozen.microCredential,
    submittedAt: frozen.submittedAt,
    answers: Object.fromEntries(
      Object.entries(frozen.answers).map(([prompt, text]) => [prompt, sha256Text(text)]),
    ),
    items: frozen.items.map(item => ({
      slot: item.slot,
      evidence: item.evidence,
      // A file's own hash; the hash of the words for a reflection or a link.
      sha256: item.file?.sha256 ?? sha256Text(item.text ?? item.link ?? ''),
      sizeBytes: item.file?.sizeBytes ?? 0,
      mediaType: item.file?.mediaType ?? 'text/plain',
      captionSha256: sha256Text(`${item.title}\n${item.note}`),
    })),
    attestations: { ...frozen.attestations, aiUse: sha256Text(frozen.attestations.aiUse) },
    noteSha256: sha256Text(frozen.note),
  }
  const text = canonicalize(manifest)
  if (text === undefined) throw new Error('a manifest is always an object')
  return text
}
