import { districtPaths } from '../../contract/sync/version.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import { idInput } from '../../core/kit/input.ts'
import type { Published } from '../door/published.ts'
import type { House } from '../house.ts'

/** Where the file of an endorsement lies, for anyone who wants to check it without us. */
export const endorsementPath = `${districtPaths.endorsements}/:id`

/**
 * An endorsement as it was signed, byte for byte: one of the district's own, also once it was taken back, since that is the
 * list's word; or an accepted one of somebody else. Anything else is not there.
 */
export async function endorsementAt(
  { store }: Pick<House, 'store'>,
  named: string | undefined,
): Promise<Published | undefined> {
  const id = idInput.safeParse(named)
  if (!id.success) return undefined
  const seen = store.seen()
  const given = (await seen.get(GivenEndorsementRecord, id.data))?.rec.body
  if (given?.credential !== undefined)
    return {
      text: given.credential,
      type: 'application/vc+ld+json',
      changedAt: given.resignedAt ?? given.signedAt,
      // A page stands at the same address.
      vary: 'accept',
    }
  const body = (await seen.get(EndorsementRecord, id.data))?.rec.body
  if (body?.state !== 'accepted') return undefined
  const isJson = body.text.trimStart().startsWith('{')
  return {
    text: body.text,
    type: isJson ? 'application/vc+ld+json' : 'text/plain; charset=utf-8',
    changedAt: body.offeredAt,
  }
}
