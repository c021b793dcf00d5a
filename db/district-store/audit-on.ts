import type { Place } from '../../core/audit/chain.ts'
import type { AuditHead } from '../../core/audit/head.ts'
import type { Sql } from '../sql/steps.ts'
import { hashAt, keepHead, keptHeads, lastPlace, linkEntries } from './audit.ts'
import type { AuditReport, HeldPlaces } from './verify-audit.ts'
import { verifyAudit } from './verify-audit.ts'

/** The audit: one entry for each command, in a chain of hashes. */
export interface Audit {
  /** Gives entries that wait their places; how many. One caller at a time. */
  link(limitRows: number): Promise<number>
  /** The end of the chain. */
  last(): Promise<Place>
  /** What stands at a place; `undefined`: nothing. */
  hashAt(link: number): Promise<string | undefined>
  /** Heads as they were signed, the oldest first. */
  heads(): Promise<readonly AuditHead[]>
  keepHead(head: AuditHead): Promise<void>
  verify(held: HeldPlaces): Promise<AuditReport>
}

/** The audit on an open, migrated database; a command line may ask it without a whole store. */
export function auditOn(sql: Sql): Audit {
  const always = (): boolean => true
  return {
    link: limitRows => sql.write(() => linkEntries(limitRows, sql.dialect), always),
    last: () => sql.snapshot(lastPlace),
    hashAt: link => sql.snapshot(() => hashAt(link)),
    heads: () => sql.snapshot(keptHeads),
    keepHead: head => sql.write(() => keepHead(head), always),
    verify: held => sql.snapshot(() => verifyAudit(held)),
  }
}
