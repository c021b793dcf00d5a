import { openBundle } from 'open-badges-validator-core/bundle'
import type { OpenedBundle } from 'open-badges-validator-core/bundle'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import type { TrialDevice } from './device.ts'

/** What the district vouches for, as a device knows it, opened with the key that it was told when it joined. */
export function trustOn(device: TrialDevice): OpenedBundle {
  const { text } = TrustBundleRecord.schema.parse(
    device.records.get(`${TrustBundleRecord.kind}/${trustBundleId}`),
  )
  const pinnedKey = device.trustKey
  const opened = openBundle(new TextEncoder().encode(text), { pinnedKey, newestSeen: null })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}
