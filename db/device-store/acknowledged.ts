import type { Json } from '../../core/kit/record-type.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** What went into the commands of a name that this computer gave and the district did, as far back as they are kept. */
export function* acknowledged(name: string): Steps<Json[]> {
  const rows = yield* query('select input from archive where name = ? order by n', name)
  return rows.map(row => {
    const input: Json = JSON.parse(text(row, 'input'))
    return input
  })
}
