import { createHash } from 'node:crypto'
import { canonical } from '../../../core/kit/canonical.ts'

/** A goal as both sides keep it, about 490 bytes of JSON. */
export interface Document {
  readonly owner: string
  readonly layer: 'personal'
  readonly title: string
  readonly why: string
  readonly competencies: Readonly<Record<string, boolean>>
  readonly serves: Readonly<Record<string, boolean>>
  readonly state: 'open'
  readonly addedAt: number
}

/** When the first of them was made (epoch ms); each other a second later. */
const firstAt = Date.UTC(2026, 7, 24, 8)

const vocabulary =
  'nine tickets compared pieces of different wholes so on Thursday we began with two of these drawings and asked what each child had counted'.split(
    ' ',
  )
const wordsOfReason = 52

/** What a document of this place says: always the same. `edits`: how often its reason was gone on with. */
export function documentAt(n: number, owner: string, edits = 0): Document {
  const words = Array.from(
    { length: wordsOfReason },
    (_, at) => vocabulary[(at * 7 + n * 13 + ((n >> 5) % 11)) % vocabulary.length],
  )
  const after = Array.from({ length: edits }, (_, at) => ` Seen again, ${at + 1}.`).join('')
  return {
    owner,
    layer: 'personal',
    title: `Ask questions that show how children think, part ${n}`,
    why: `${words.join(' ')}.${after}`,
    competencies: {},
    serves: {},
    state: 'open',
    addedAt: firstAt + n * 1_000,
  }
}

/** One hash over the content of documents, whatever their order: SHA-256 (hex) of their canonical JSON. */
export function contentHash(documents: Iterable<object>): string {
  const hash = createHash('sha256')
  for (const text of Array.from(documents, canonical).toSorted()) hash.update(text).update('\n')
  return hash.digest('hex')
}
