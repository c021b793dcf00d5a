import { batchListBytesMax } from '../../limits.ts'
import { Recent } from '../../recent.ts'
import type { BundleMemory } from '../trust-bundle.ts'
import type { ReadList } from './read-list.ts'

/** Beside the bits: what is kept of findings and evidence, roughly, in bytes. */
const besideBitsBytes = 4096

const listsOf = new WeakMap<BundleMemory, Recent<Promise<ReadList>>>()

/**
 * Verifies and inflates a status list once for a batch. Only a list that was good is kept: one that was
 * not may be next time, when more documents are at hand or a badge has more effort left.
 *
 * @param key names all that the reading depends on, beside the bundle and the time.
 */
export function rememberedList(
  memory: BundleMemory | undefined,
  key: string,
  read: () => Promise<ReadList>,
): Promise<ReadList> {
  if (memory === undefined) return read()
  const lists = listsOf.get(memory) ?? new Recent(batchListBytesMax)
  listsOf.set(memory, lists)
  const known = lists.get(key)
  // Another badge's reading that failed may have failed for want of that badge's effort.
  if (known !== undefined) return known.then(result => (result.list === null ? read() : result))
  const reading = read().then(result => {
    if (result.list === null) lists.delete(key)
    else lists.set(key, reading, result.list.length + besideBitsBytes)
    return result
  })
  lists.set(key, reading, besideBitsBytes)
  return reading
}
