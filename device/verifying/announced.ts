import type { Coming } from '../../contract/device/verifying.ts'
import { comingRequest, verifyingLimits } from '../../contract/device/verifying.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import { json } from '../door/answer.ts'
import { readJson } from '../door/body.ts'
import type { Verifying } from './verifying.ts'
import { leftOutKeptMax } from './verifying.ts'

/** Takes it that something will come in requests of its own, or that it is all there. */
export async function announced(
  verifying: Verifying,
  batch: string,
  request: Request,
): Promise<Response> {
  const asked = await readJson(request, comingRequest, doorLimits.jsonBytesMax)
  if (!('ended' in asked))
    return json({ coming: verifying.coming.begin(batch, asked.name, true).id } satisfies Coming)
  for (const { name, code, left } of asked.leftOut) {
    const facts = JSON.stringify({ max: verifyingLimits.inputsMax, left })
    verifying.batches.leaveOut(batch, { name, code, facts }, left, leftOutKeptMax)
  }
  verifying.coming.get(asked.ended)?.done()
  return json({})
}
