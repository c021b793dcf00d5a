import { create, merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { may } from '../kit/loads.ts'
import { DistrictRecord, districtId, districtSchema } from './district.ts'
import { mayDescribe } from './rights.ts'

/** Says what the district is called, and in which zone its days are counted. Days that are left out stay as they are. */
export const describeDistrict = command({
  name: 'district.describe',
  where: 'both',
  input: districtSchema.extend({ holidays: districtSchema.shape.holidays.optional() }),
  needs: q => q.first(() => ({ district: may(DistrictRecord, districtId) })),
  right: actor => mayDescribe(actor),
  decide(s, i, context) {
    if (i.name.trim() === '') return refuse('bad_input', { where: 'name' })
    if (s.district === undefined)
      return { changes: [create(DistrictRecord, districtId, { ...i, holidays: i.holidays ?? [] })] }
    return { changes: merge(s.district, i, context.stamp) }
  },
})
