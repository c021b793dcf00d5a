import type { CaseProgress } from '../../contract/device/door.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import { lines } from '../door/answer.ts'
import { readBytes } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import { fileName } from '../evidence/take-file.ts'
import type { House } from '../house.ts'
import { importCase } from './import-case.ts'

/** Brings in the CASE package that a request carries, and tells what is being done, line by line. */
export async function takeCase(house: House, request: Request): Promise<Response> {
  const place = house.place()
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  const bytes = await readBytes(request, doorLimits.caseBytesMax)
  const bring = async (tell: (progress: CaseProgress) => void): Promise<void> => {
    try {
      tell({ at: 'done', answer: await importCase(place, bytes, fileName(request), tell) })
    } catch (error) {
      tell({ at: 'refused', error: house.told(error, 'frameworks') })
    }
  }
  return lines((put, end) => {
    void bring(put).finally(end)
  })
}
