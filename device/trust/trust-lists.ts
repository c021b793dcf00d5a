import { createHash } from 'node:crypto'
import { fingerprintOf, openBundle, plainFingerprint } from 'open-badges-validator-core/bundle'
import type { BundleRefusal, OpenedBundle } from 'open-badges-validator-core/bundle'
import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import type {
  TrustListSaid,
  TrustListsSaid,
  TrustRefused,
  TrustTaken,
} from '../../contract/device/trust-lists.ts'
import { trustListLimits } from '../../contract/device/trust-lists.ts'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import type { Seen } from '../../db/seen.ts'
import type { NewestLists } from '../badge/newest-lists.ts'
import type { KeptList, KeptLists } from './kept-lists.ts'
import { merged } from './merged.ts'

/** Issuers of a list that are named to a screen. */
const namedMax = 100

export interface TrustListsParts {
  readonly kept: KeptLists
  readonly newestLists: Pick<NewestLists, 'read'>
  readonly seen: Pick<Seen, 'get'>
  /** Who signs for the district, as it was said when this computer joined; `undefined` where it has not. */
  pinnedKey(): string | undefined
  /** Holds on to the key of the first list that came, on a computer that joined before districts named theirs. */
  pin(publicKey: string): void
  clock(): number
  onDefect(error: unknown, where: string): void
}

/** Whose word counts on this computer when a badge is verified. */
export interface TrustLists {
  /** All of it as one, with what the district sent last. */
  known(): Promise<TrustBundle>
  said(): Promise<TrustListsSaid>
  /** Takes a file. One by a key that nobody here knows needs its fingerprint, compared by a person. Throws what the disk says. */
  take(bytes: Uint8Array, acceptedFingerprint?: string): TrustTaken
  /** The file as it was signed. */
  text(fingerprint: string): string | undefined
  /** Goes by it no more. The district's own comes back. */
  remove(fingerprint: string): void
}

export function trustListsOf(parts: TrustListsParts): TrustLists {
  const { kept } = parts
  const memory = new Map<string, OpenedBundle>()
  let refused: TrustRefused | undefined

  const isDistricts = (list: KeptList) => list.publicKey === parts.pinnedKey()
  /** It was whole when it was taken: one that was changed since is not gone by. */
  const openedOf = ({ sha256, publicKey, fingerprint }: KeptList): OpenedBundle | undefined => {
    const known = memory.get(sha256)
    if (known !== undefined) return known
    const bytes = utf8.encode(kept.text(fingerprint) ?? '')
    const result = openBundle(bytes, { pinnedKey: publicKey, newestSeen: null })
    if (result.ok && result.value.sha256 === sha256) memory.set(sha256, result.value)
    return memory.get(sha256)
  }
  /** The district's own first, then in the order in which they were taken. */
  const lists = (): readonly OpenList[] =>
    kept
      .all()
      .map(list => ({ list, opened: openedOf(list), isDistricts: isDistricts(list) }))
      .flatMap(one => (one.opened === undefined ? [] : [{ ...one, opened: one.opened }]))
      .toSorted((a, b) => Number(b.isDistricts) - Number(a.isDistricts))
  const keep = (opened: OpenedBundle, text: string): OpenList => {
    const { publicKey, fingerprint, createdAt, sha256 } = opened
    const list = { publicKey, fingerprint, createdAt, sha256, takenAt: parts.clock() }
    kept.keep(list, text)
    memory.clear()
    return { list, opened, isDistricts: isDistricts(list) }
  }
  const pinFirst = (text: string) => {
    const bytes = utf8.encode(text)
    const asked = openBundle(bytes, { pinnedKey: null, newestSeen: null })
    if (asked.ok || asked.refusal.code !== 'BUNDLE_OTHER_KEY') return
    const acceptedFingerprint = asked.refusal.fingerprint
    const first = openBundle(bytes, { pinnedKey: null, acceptedFingerprint, newestSeen: null })
    if (first.ok) parts.pin(first.value.publicKey)
  }
  /** Takes what came by sync. A refusal leaves what there was, and is told where the lists are shown. */
  const takeDistricts = async () => {
    const there = await parts.seen.get(TrustBundleRecord, trustBundleId)
    if (there === undefined) return
    const { text } = there.rec.body
    if (parts.pinnedKey() === undefined) pinFirst(text)
    const pinnedKey = parts.pinnedKey()
    if (pinnedKey === undefined) return
    const before = kept.all().find(isDistricts)
    refused = undefined
    if (before?.sha256 === createHash('sha256').update(text).digest('hex')) return
    const newestSeen = before?.createdAt ?? null
    const result = openBundle(utf8.encode(text), { pinnedKey, newestSeen })
    if (!result.ok) refused = refusedOf(result.refusal)
    else
      try {
        keep(result.value, text)
      } catch (error) {
        // A full disk: the next verification takes it.
        parts.onDefect(error, 'trust list')
      }
  }
  return {
    async known() {
      await takeDistricts()
      return merged(lists(), parts.newestLists.read())
    },
    async said() {
      await takeDistricts()
      return { lists: lists().map(saidOf), refused }
    },
    take(bytes, accepted = '') {
      // Whose it is comes first: what was seen of one key says nothing of another's.
      const asked = openBundle(bytes, { pinnedKey: null, newestSeen: null })
      if (asked.ok) throw new Error('a list that nobody accepted was opened')
      if (asked.refusal.code !== 'BUNDLE_OTHER_KEY') return { refused: refusedOf(asked.refusal) }
      const { fingerprint } = asked.refusal
      const before = kept.all().find(list => list.fingerprint === fingerprint)
      const isOwn = fingerprint === pinnedFingerprint(parts.pinnedKey())
      if (before === undefined && !isOwn) {
        if (plainFingerprint(accepted) !== fingerprint) return { refused: refusedOf(asked.refusal) }
        const { acceptedMax } = trustListLimits
        if (kept.all().filter(list => !isDistricts(list)).length >= acceptedMax)
          return { refused: { code: 'BUNDLES_FULL', facts: { max: acceptedMax } } }
      }
      const newestSeen = before?.createdAt ?? null
      const result = openBundle(bytes, {
        pinnedKey: null,
        acceptedFingerprint: fingerprint,
        newestSeen,
      })
      if (!result.ok) return { refused: refusedOf(result.refusal) }
      return { taken: saidOf(keep(result.value, new TextDecoder().decode(bytes))) }
    },
    text: fingerprint =>
      lists().some(({ list }) => list.fingerprint === fingerprint)
        ? kept.text(fingerprint)
        : undefined,
    remove(fingerprint) {
      kept.remove(fingerprint)
      memory.clear()
    },
  }
}

/** A kept list, opened. */
interface OpenList {
  readonly list: KeptList
  readonly opened: OpenedBundle
  readonly isDistricts: boolean
}

const utf8 = new TextEncoder()
function pinnedFingerprint(multikey: string | undefined): string | undefined {
  const key = multikey === undefined ? null : publicKeyOfMultikey(multikey)
  return key === null ? undefined : fingerprintOf(key.bytes)
}

function refusedOf({ code, ...facts }: BundleRefusal): TrustRefused {
  return { code, facts }
}

function saidOf({ list, opened, isDistricts }: OpenList): TrustListSaid {
  const { name, issuers } = opened.bundle
  return {
    fingerprint: list.fingerprint,
    name,
    createdAt: list.createdAt,
    takenAt: list.takenAt,
    isDistricts,
    issuers: issuers.slice(0, namedMax).map(issuer => ({ id: issuer.id, name: issuer.name })),
    issuersCount: issuers.length,
    listsCount: opened.entries.filter(({ kind }) => kind === 'status-list').length,
  }
}
