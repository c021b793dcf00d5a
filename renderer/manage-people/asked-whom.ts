import type { Row } from '../../contract/device/row.ts'
import { mayAgreeToRoles } from '../../core/person/rights.ts'
import type { Person } from '../../core/person/record.ts'
import type { RoleRequest } from '../../core/person/role-request.ts'

/** Who can say the second yes to a request, in the order of the directory. */
export const askedWhom = (
  { askedBy, person }: Pick<RoleRequest, 'askedBy' | 'person'>,
  people: readonly Row<Person>[],
): readonly Row<Person>[] =>
  people.filter(({ id, body }) => id !== askedBy && id !== person && mayAgreeToRoles(body))
