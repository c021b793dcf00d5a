import { useQuery } from '@tanstack/react-query'
import type { Verified } from '../../contract/device/door.ts'
import { door } from '../door/door.ts'

/**
 * What the verifier on this computer says about a signed badge, asked as a stranger would; `undefined` while it is
 * asked, and where there is nothing signed yet.
 */
export function useVerified(badge: string, credential: string | undefined): Verified | undefined {
  const { data } = useQuery({
    queryKey: ['verified', badge, credential],
    queryFn: () => door.verify(new Blob([credential ?? ''])),
    enabled: credential !== undefined,
    // While one badge is signed anew its old answers stay; those of another badge are not its own.
    placeholderData: (before, query) => (query?.queryKey[1] === badge ? before : undefined),
  })
  return data
}
