import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** The version of a micro-credential that can be begun now: the newest that is offered; `undefined` where none is. */
export const offeredOf = (
  micros: readonly Row<MicroCredential>[],
  code: string | undefined,
): Row<MicroCredential> | undefined =>
  micros
    .filter(({ body }) => body.status === 'approved' && body.code === code)
    .toSorted((a, b) => b.body.version - a.body.version)[0]
