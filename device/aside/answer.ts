import { openAsideRequest, doorLimits } from '../../contract/device/requests.ts'
import { json } from '../door/answer.ts'
import { readJson } from '../door/body.ts'
import type { House } from '../house.ts'

/** Which places were put aside; also while the records are locked. */
export const listAside = ({ aside }: House): Response => json({ places: aside.list() })

/** Puts this person's place aside. */
export async function beginAnew(house: House): Promise<Response> {
  await refuseForSomeoneElse(house)
  await house.aside.begin()
  return json({})
}

/** Opens a place again that was put aside. */
export async function openAside(house: House, request: Request): Promise<Response> {
  const { id } = await readJson(request, openAsideRequest, doorLimits.jsonBytesMax)
  await refuseForSomeoneElse(house)
  await house.aside.open(id)
  return json({})
}

/** A window that shows somebody else by now does not put these aside. Of what is locked, none shows anything. */
async function refuseForSomeoneElse(house: House): Promise<void> {
  if ((await house.session()).mode !== 'locked') house.place()
}
