import {
  aBadge,
  anUnsignedBadge,
  aPng,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import { hostedDocuments, olderAt, urls } from '../../test/an-older-badge.ts'
import { hasVectors, vectorAt, vectorBundle, vectorBytes, vectors } from '../../test/vectors.ts'
import { bake } from '../../src/bake/bake.ts'
import { utf8 } from '../../src/bytes/text.ts'
import { ed25519Signer, issueJwtBadge } from '../../src/issue/issue.ts'
import type { TrustBundle } from '../../src/verify/verify.ts'

/** Something to damage: a badge with what its verifier is given. The same in every run. */
export interface Base {
  readonly name: string
  readonly bytes: Uint8Array
  readonly at: number
  readonly bundle: TrustBundle
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'

/** @returns badges of our own making, and the vectors of others where they are here. */
export async function bases(): Promise<readonly Base[]> {
  const badge = bytesOf(await aBadge())
  const text = new TextDecoder().decode(badge)
  const credential = anUnsignedBadge({ status: [] })
  const created = Date.parse('2026-03-02T10:00:00Z')
  const jwt = await issueJwtBadge({
    credential,
    signer: ed25519Signer(secretKey, verificationMethod),
    created,
  })
  const bundle = bundleOf({ [listUrl]: await aStatusList() })
  const hosted = bundleOf(hostedDocuments)
  return [
    { name: 'own/badge.json', bytes: badge, at, bundle },
    { name: 'own/badge.png', bytes: bake(aPng(), text), at, bundle },
    { name: 'own/badge.svg', bytes: bake(utf8(svg), text), at, bundle },
    { name: 'own/badge.jwt', bytes: utf8(jwt), at, bundle },
    {
      name: 'own/hosted.json',
      bytes: bytesOf(hostedDocuments[urls.assertion] ?? {}),
      at: olderAt,
      bundle: hosted,
    },
    ...vectorBases(),
  ]
}

function vectorBases(): readonly Base[] {
  if (!hasVectors()) return []
  const all = vectors()
  return all.flatMap((vector, place) => {
    if (vector.expect === undefined) return []
    const bytes = vectorBytes(vector.file)
    const bundle = vectorBundle(vector, all)
    return [{ name: `${vector.file}@${place}`, bytes, at: vectorAt(vector), bundle }]
  })
}
