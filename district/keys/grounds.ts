import type { KeyChange } from '../../core/joint-act/key-change.ts'
import { isLive, KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { jointReasonCharsMax } from '../../core/joint-act/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Grounds } from './changing.ts'
import type { KeysAsked } from './keys-asked.ts'
import { readRecord, timeOf } from './list-keys.ts'

/** The change that is asked for at the terminal. */
export type Wanted = Pick<KeyChange, 'what' | 'key' | 'from'>

/** On what a change rests, and since when the key is given up where that was agreed. */
export interface Allowed {
  readonly grounds: Grounds
  readonly from: number | undefined
  /** What is told of it once it is done. */
  readonly said: string
}

/**
 * What allows a change of keys: that two people agreed to it in the app, or, with `--alone WHY`, nobody did. Says what
 * lacks, and returns `undefined`. What two agreed to allows one change.
 */
export async function allowed(asked: KeysAsked, wanted: Wanted): Promise<Allowed | undefined> {
  const { values, error, register, now } = asked
  const words = asked.words.keys.grounds
  const alone = values.alone?.trim()
  if (alone !== undefined) {
    if (alone === '' || alone.length > jointReasonCharsMax) {
      error(words.noReason)
      return undefined
    }
    return { grounds: { reason: alone }, from: undefined, said: words.alone }
  }
  if (wanted.what === 'replace') {
    error(words.lost)
    return undefined
  }
  const agreed = await readRecord(asked, seen =>
    seen.list(KeyChangeRecord, { where: { state: 'confirmed' } }),
  )
  if (typeof agreed === 'string') {
    error(words.unread({ why: agreed }))
    return undefined
  }
  const used = new Set((register.changes ?? []).map(note => note.change))
  const found = agreed
    .map(({ rec }): Rec<KeyChange> => rec)
    .find(({ id, body }) => isLive(body, now) && !used.has(id) && isMeant(body, wanted))
  if (found === undefined) {
    error(words.nobodyAgreed)
    return undefined
  }
  const { id, body } = found
  const { reason } = body
  const said = words.agreed({ time: timeOf(body.decidedAt ?? body.proposedAt), reason })
  return { grounds: { change: id, reason }, from: body.from, said }
}

/** The time since when a key is given up is what was agreed, also where it is not said again. */
const isMeant = (body: KeyChange, { what, key, from }: Wanted): boolean =>
  body.what === what && body.key === key && (from === undefined || from === body.from)
