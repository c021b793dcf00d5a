import { didKey, didKeyVerificationMethod } from '../src/did/did.ts'
import { achievementCredential, issueBadge, publicKeyOf } from '../src/issue/issue.ts'
import { pngChunk } from '../src/bake/png-chunks.ts'
import { joinBytes, utf8 } from '../src/bytes/text.ts'
import type { JsonObject } from '../src/json/value.ts'
import { createStatusList, issueStatusList, withBit } from '../src/status/status-list.ts'
import { type TrustBundle } from '../src/verify/verify.ts'

/** A key for tests only: anybody can read it here. */
export const secretKey = Uint8Array.from({ length: 32 }, (_, at) => (at * 7 + 3) & 255)
export const did = didKey(publicKeyOf(secretKey))
export const verificationMethod = didKeyVerificationMethod(did)
export const created = Date.parse('2026-03-02T10:00:00Z')
/** One day after the badge was made. */
export const at = created + 86_400_000
export const listUrl = 'https://district.example/status/1'

type Parts = Partial<Parameters<typeof achievementCredential>[0]>

/** A credential of every part we issue, unsigned. */
export function anUnsignedBadge(parts: Parts = {}): JsonObject {
  const level = (criterion: string, number: number) => ({
    id: `urn:meritfolio:${criterion}:level:${number}`,
    name: ['Beginning', 'Developing', 'Proficient', 'Exemplary'][number - 1] ?? 'Level',
    description: `What level ${number} looks like.`,
    level: `${number} of 4`,
  })
  return achievementCredential({
    id: 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01',
    name: 'Questions that open thinking',
    issuer: { id: did, name: 'Río Verde Unified', url: 'https://district.example/' },
    validFrom: created,
    validUntil: created + 3 * 365 * 86_400_000,
    awardedDate: created,
    recipient: { email: 'maría@district.example', salt: '00112233445566778899aabbccddeeff' },
    achievement: {
      id: 'https://district.example/micro-credentials/questions/3',
      achievementType: 'MicroCredential',
      name: 'Questions that open thinking',
      description: 'Plans and asks questions that make pupils explain.',
      criteria: { narrative: 'Two raters found every criterion at “Proficient” or above.' },
      alignment: [
        {
          targetName: 'Uses questions to deepen understanding',
          targetUrl: 'https://district.example/framework/items/7c1',
          targetCode: 'C3.2',
          targetFramework: 'Teaching practice',
          targetType: 'CFItem',
        },
      ],
      tag: ['questioning'],
      version: '3',
      inLanguage: 'en',
    },
    results: ['plan', 'ask'].map(criterion => ({
      id: `urn:meritfolio:${criterion}`,
      name: `Criterion: ${criterion}`,
      levels: [1, 2, 3, 4].map(number => level(criterion, number)),
      requiredLevelId: level(criterion, 3).id,
      achievedLevelId: level(criterion, 4).id,
    })),
    evidence: [
      {
        sha256: new Uint8Array(32).fill(9),
        name: 'Manifest of the evidence',
        narrative: 'Digest of the list of files that were judged.',
      },
    ],
    status: [{ listUrl, index: 4711, purpose: 'revocation' }],
    ...parts,
  })
}

/** @returns the same, signed. */
export function aBadge(parts: Parts = {}): Promise<JsonObject> {
  return issueBadge({ credential: anUnsignedBadge(parts), secretKey, verificationMethod, created })
}

/** @returns a signed status list with some bits set, of the same issuer. */
export function aStatusList(
  set: readonly number[] = [],
  parts: Partial<Parameters<typeof issueStatusList>[0]> = {},
): Promise<JsonObject> {
  const list = set.reduce((bits, index) => withBit(bits, index, true), createStatusList())
  return issueStatusList(
    {
      id: listUrl,
      issuer: did,
      purpose: 'revocation',
      list,
      validFrom: created,
      validUntil: created + 30 * 86_400_000,
      ttlMs: 3_600_000,
      ...parts,
    },
    { secretKey, verificationMethod, created },
  )
}

/** @returns a bundle that holds documents by URL, fetched an hour before `at`. */
export function bundleOf(documents: Readonly<Record<string, JsonObject>>): TrustBundle {
  const fetchedAt = at - 3_600_000
  return {
    name: 'test',
    documents: new Map(
      Object.entries(documents).map(([url, content]) => [
        url,
        { content, fetchedAt, source: 'test' },
      ]),
    ),
    issuers: [],
  }
}

/** @returns the bytes a badge travels as. */
export function bytesOf(document: JsonObject): Uint8Array {
  return utf8(JSON.stringify(document))
}

/** @returns a whole PNG of one grey pixel, with chunks of the caller's between header and picture. */
export function aPng(...chunks: readonly Uint8Array[]): Uint8Array {
  return joinBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    ...chunks,
    pngChunk('IDAT', Uint8Array.of(0x78, 0x01, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81)),
    pngChunk('IEND', new Uint8Array()),
  )
}
