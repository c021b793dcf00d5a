import type {
  acceptedParameter,
  TrustListsSaid,
  TrustTaken,
  trustListPaths,
} from '../../contract/device/trust-lists.ts'
import { ask } from '../door/door.ts'

/** Of the contract types alone come here; a path that differs doesn't compile. */
const paths = { lists: '/api/trust-lists' } as const satisfies typeof trustListPaths
const parameter = 'accepted' satisfies typeof acceptedParameter

/** What the screens ask about trust lists. Each throws `DoorRefused` for anything but an answer. */
export const trustLists = {
  all: async (): Promise<TrustListsSaid> => (await ask(paths.lists)).json(),
  /** `fingerprint`: as a person typed it, for a list by a key that is new here. */
  take: async (file: Blob, fingerprint?: string): Promise<TrustTaken> => {
    const asked =
      fingerprint === undefined ? '' : `?${parameter}=${encodeURIComponent(fingerprint)}`
    return (await ask(`${paths.lists}${asked}`, { method: 'POST', body: file })).json()
  },
  file: async (fingerprint: string): Promise<Blob> =>
    (await ask(`${paths.lists}/${fingerprint}`)).blob(),
  remove: async (fingerprint: string): Promise<TrustListsSaid> =>
    (
      await ask(`${paths.lists}/${fingerprint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ remove: true }),
      })
    ).json(),
}
