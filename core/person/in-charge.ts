import { z } from 'zod'
import type { Change } from '../kit/change.ts'
import { create, patch } from '../kit/change.ts'
import type { Rec } from '../kit/record-type.ts'
import { recordType } from '../kit/record-type.ts'
import type { Person } from './record.ts'

export const inChargeSchema = z.object({
  administrators: z.array(z.string()),
  officers: z.array(z.string()),
  /** Who took such a role from somebody else lately, and when last (epoch ms; `took.ts`). Absent: nobody, or not known. */
  took: z.array(z.object({ by: z.string(), at: z.number() })).optional(),
})
export type InCharge = z.infer<typeof inChargeSchema>

/** The one id under which a district knows who is in charge of it. */
export const inChargeId = 'in-charge'

/**
 * Who holds the administration and the credential office of the whole district, as the directory has it. It is one
 * record, so that of two who change it at the same moment one decides on what the other did: that one is always left,
 * and whether there is a second person to ask. The directory tells people; nobody reads this.
 */
export const InChargeRecord = recordType<InCharge>({
  kind: 'in-charge',
  schema: inChargeSchema,
  version: 1,
  seats: () => [],
})

/** Who may say a second yes: all who are in charge but these. */
export const othersInCharge = (
  inCharge: Rec<InCharge> | undefined,
  but: readonly string[],
): readonly string[] => {
  const { administrators = [], officers = [] } = inCharge?.body ?? {}
  return [...new Set([...administrators, ...officers])].filter(id => !but.includes(id))
}

/** Who is in charge once a person holds these roles. */
export function inChargeAfter(
  inCharge: Rec<InCharge> | undefined,
  id: string,
  { roles }: Pick<Person, 'roles'>,
): InCharge {
  const { administrators = [], officers = [] } = inCharge?.body ?? {}
  const among = (ids: readonly string[], isIn: boolean) =>
    isIn === ids.includes(id) ? [...ids] : isIn ? [...ids, id] : ids.filter(one => one !== id)
  return {
    ...(inCharge?.body.took && { took: inCharge.body.took }),
    administrators: among(administrators, roles.includes('administrator')),
    officers: among(officers, roles.includes('officer')),
  }
}

/** Writes who is in charge, where that changed. */
export function inChargeChanges(
  inCharge: Rec<InCharge> | undefined,
  after: InCharge,
): readonly Change[] {
  if (inCharge === undefined)
    return after.administrators.length + after.officers.length === 0
      ? []
      : [create(InChargeRecord, inChargeId, after)]
  const said = ({ administrators, officers, took }: InCharge) =>
    JSON.stringify([administrators, officers, took])
  const isSame = said(inCharge.body) === said(after)
  return isSame ? [] : [patch(inCharge, after)]
}
