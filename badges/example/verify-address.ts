import { openLoader, type Load } from 'open-badges-validator-core/load'
import { emptyBundle } from 'open-badges-validator-core/verify'
import { fetchingJudge } from 'open-badges-validator-core/verify-online'

/** Verifies the badge at an address, and fetches whatever that asks for: its issuer, its keys, its list. */
export function verifyAddress(
  address: string,
  open: () => Load = () => openLoader({ now: Date.now }),
) {
  const judge = fetchingJudge(emptyBundle, { open })
  return judge(new TextEncoder().encode(address), { at: Date.now(), bundle: emptyBundle })
}
