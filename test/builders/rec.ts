import type { Rec, RecordType } from '../../core/kit/record-type.ts'

/** A stored record around a body. */
export const aRec = <B>(
  type: RecordType<B>,
  id: string,
  body: B,
  clocks: Record<string, string> = {},
): Rec<B> => ({ kind: type.kind, id, v: type.version, rev: 1, body, clocks })
