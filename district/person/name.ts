import { DistrictRecord, districtId } from '../../core/person/district.ts'
import type { DistrictStore } from '../../db/district-store/open.ts'

/** What the district is called. */
export async function districtName(store: DistrictStore): Promise<string> {
  const district = await store.seen().get(DistrictRecord, districtId)
  return district?.rec.body.name ?? ''
}
