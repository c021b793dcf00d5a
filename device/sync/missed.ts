import { filesMissed } from '../../core/claim/files-missed.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { RecordRow } from '../../db/query.ts'
import { sentMark } from './sent-mark.ts'

/** An attempt whose findings were heeded: once, since the claim shows them until it is sent again. */
const heededMark = (claim: string, attempt: number) => `missed:${claim}/${attempt}`

/**
 * The district's check found that it can't read files of a claim, although they were sent: they count as not sent, so
 * that they go again.
 */
export function forgetMissed(store: DeviceStore, claims: readonly RecordRow<Claim>[]): void {
  for (const { id, body } of claims) {
    const attempt = body.attempts.at(-1)
    const missed = attempt === undefined ? [] : filesMissed(attempt)
    if (attempt === undefined || missed.length === 0) continue
    const mark = heededMark(id, attempt.n)
    if (store.meta(mark) === '1') continue
    for (const sha256 of missed) store.setMeta(sentMark(store) + sha256, '')
    store.setMeta(mark, '1')
  }
}
