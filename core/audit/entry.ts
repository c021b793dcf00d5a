import { sha256Text } from '../kit/canonical.ts'
import { auditTextOf } from './text-of.ts'

/** What a command came to: one line of the audit. People, computers and records stand in it by their ids alone. */
export interface AuditEntry {
  /** Its own number; says nothing about its place. */
  readonly n: number
  /** By the district's clock (epoch ms). */
  readonly at: number
  readonly commandKey: string
  readonly command: string
  readonly person: string
  /** `null`: the district itself. */
  readonly device: string | null
  /** `applied`, or the code of the refusal. */
  readonly outcome: string
  /** The keys of the records that it wrote. */
  readonly records: readonly string[]
  /**
   * For each of them SHA-256 (hex) over salt and body: what was written can be proved as long as the salt is kept, and
   * not be guessed once it is gone. `null`: the record was removed.
   */
  readonly commitments: readonly (string | null)[]
}

/** What stands before the first link. */
export const beforeTheFirst = { link: 0, hash: '' } as const

/** SHA-256 (hex) of a text's UTF-8 bytes, by whatever this machine does it with. */
type Hashed = (text: string) => string

/** The hash of an entry in its place (hex): it covers all entries before it (sync.md §3.9). */
export const linkHash = (
  before: string,
  link: number,
  entry: AuditEntry,
  hashed: Hashed = sha256Text,
): string => hashed(auditTextOf({ before, link, ...entry }))

/** What the audit holds of a record that was written, without telling it. */
export const commitmentTo = (salt: string, body: object, hashed: Hashed = sha256Text): string =>
  hashed(`${salt}\n${auditTextOf(body)}`)
