import { PersonRecord } from '../../core/person/record.ts'
import type { Person } from '../../core/person/record.ts'
import type { Asker, RecordRow } from '../query.ts'
import { some } from '../query.ts'

/** Who the ids belong to, as the directory has them; the asker always among them. */
export function peopleOf(
  asker: Asker,
  ids: Iterable<string | undefined>,
): Promise<RecordRow<Person>[]> {
  return some(asker, PersonRecord, [asker.person, ...ids])
}
