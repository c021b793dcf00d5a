import { create, merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { may } from '../kit/loads.ts'
import { DistrictRecord, districtId, districtSchema } from './district.ts'
import { mayDescribe } from './rights.ts'

/** Says what the district is called and which days count. */
export const describeDistrict = command({
  name: 'district.describe',
  where: 'district',
  input: districtSchema,
  needs: q => q.first(() => ({ district: may(DistrictRecord, districtId) })),
  right: actor => mayDescribe(actor),
  decide(s, i, context) {
    if (s.district === undefined) return { changes: [create(DistrictRecord, districtId, i)] }
    return { changes: merge(s.district, i, context.stamp) }
  },
})
