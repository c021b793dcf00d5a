import { sign } from 'node:crypto'
import type { AuditHead } from '../../core/audit/head.ts'
import { headTextToSign } from '../../core/audit/head.ts'
import type { Timers } from '../../core/kit/timers.ts'
import type { House } from '../house.ts'
import { ed25519KeyOf } from '../keys/ed25519-key.ts'

/** Entries that get their places in one transaction. */
const linkedMax = 500
/** How long it gathers what was done (ms): one signature for all of it. */
const gatherMs = 200
/** After the database could not be asked (ms). */
const againMs = 5_000
const keepHeadEveryMs = 3_600_000

interface Needs {
  readonly store: Pick<House['store'], 'audit'>
  readonly tell: Pick<House['tell'], 'defect'>
  readonly timers: Timers
  epoch(): string
  clock(): number
}

/** The one that gives audit entries their places in the chain, and signs its end. */
export interface Linking {
  /** The newest end that was signed; `undefined` where nothing was ever done. */
  head(): AuditHead | undefined
  /** A command was decided. */
  nudge(): void
  /** Links what is left, and keeps its end. What can't be done now, the next start does. */
  close(): Promise<void>
}

/** Links what an earlier run left, then whatever comes. `secret`: the district's own key (Ed25519, 32 bytes). */
export async function startLinking(
  { store: { audit }, tell, timers, epoch, clock }: Needs,
  secret: Uint8Array,
): Promise<Linking> {
  const key = ed25519KeyOf(secret)
  let head: AuditHead | undefined
  let kept: Pick<AuditHead, 'link' | 'at'> = (await audit.heads()).at(-1) ?? { link: 0, at: 0 }
  let forget: (() => void) | undefined
  let turn: Promise<void> = Promise.resolve()
  let isClosed = false

  const linkAll = async () => {
    while ((await audit.link(linkedMax)) === linkedMax);
    const { link, hash } = await audit.last()
    if (link === 0 || (link === head?.link && epoch() === head.epoch)) return
    const said = { epoch: epoch(), link, hash, at: clock() }
    const signature = sign(null, Buffer.from(headTextToSign(said)), key).toString('hex')
    head = { ...said, signature }
    // A clock that was ahead must not keep the next one from being kept until then.
    if (head.at >= kept.at && head.at - kept.at < keepHeadEveryMs) return
    await keep(head)
  }
  const keep = async (end: AuditHead) => {
    await audit.keepHead(end)
    kept = end
  }
  const soon = (afterMs: number) => {
    if (isClosed) return
    forget ??= timers.after(afterMs, () => {
      forget = undefined
      turn = turn.then(linkAll).catch((error: unknown) => {
        tell.defect('audit', error)
        soon(againMs)
      })
    })
  }
  await linkAll()
  return {
    head: () => head,
    nudge: () => soon(gatherMs),
    async close() {
      isClosed = true
      forget?.()
      await turn
      try {
        await linkAll()
        if (head !== undefined && head.link !== kept.link) await keep(head)
      } catch (error) {
        // The database is away, or its disk full: the next start links it.
        tell.defect('audit', error)
      }
    },
  }
}
