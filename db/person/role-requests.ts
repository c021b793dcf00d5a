import type { RoleRequest } from '../../core/person/role-request.ts'
import { RoleRequestRecord } from '../../core/person/role-request.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Roles that wait for a second yes, or that one gave alone: of those the asker is told, the oldest first. Some may have run out by now. */
export function openRoleRequests(asker: Asker): Promise<RecordRow<RoleRequest>[]> {
  return all(asker, RoleRequestRecord, {
    where: { state: { in: ['asked', 'alone'] } },
    order: { by: 'asked' },
  })
}
