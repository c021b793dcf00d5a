import { acceptedParameter, trustListLimits } from '../../contract/device/trust-lists.ts'
import { doorLimits, trustListRequest } from '../../contract/device/requests.ts'
import { json } from '../door/answer.ts'
import { readBytes, readJson } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { House } from '../house.ts'
import { keeping } from '../place/act.ts'

/** Whose word counts on this computer. */
export const listTrustLists = async (house: House): Promise<Response> =>
  json(await house.place().trust.said())

/** Takes a file in, with its fingerprint where a person compared it; a refusal is an answer too. */
export async function takeTrustList(house: House, request: Request): Promise<Response> {
  const { trust, readOnly } = house.place()
  if (readOnly !== undefined) throw new DoorRefusal('read_only')
  const bytes = await readBytes(request, trustListLimits.bytesMax)
  const accepted = new URL(request.url).searchParams.get(acceptedParameter) ?? undefined
  return json(keeping(() => trust.take(bytes, accepted)))
}

/** One list by its fingerprint: its file, or that it counts no more. */
export async function aboutTrustList(
  house: House,
  request: Request,
  fingerprint: string,
): Promise<Response> {
  const { trust, readOnly } = house.place()
  const text = trust.text(fingerprint)
  if (text === undefined) throw new DoorRefusal('not_found')
  if (request.method === 'GET')
    return new Response(text, { headers: { 'content-type': 'application/json' } })
  if (readOnly !== undefined) throw new DoorRefusal('read_only')
  await readJson(request, trustListRequest, doorLimits.jsonBytesMax)
  keeping(() => trust.remove(fingerprint))
  return json(await trust.said())
}
