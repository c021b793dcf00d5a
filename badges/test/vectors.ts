import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JsonValue } from '../src/json/value.ts'
import type { BundleDocument, TrustBundle } from '../src/verify/verify.ts'

const folder = new URL('../../../shared/vectors/badges/', import.meta.url)

/** One line of the manifest of third-party vectors. */
export interface Vector {
  readonly file: string
  readonly kind: string
  readonly url?: string | readonly string[]
  readonly with?: Readonly<Record<string, string>>
  readonly at?: string
  readonly expect?: {
    readonly detected: string
    readonly proof: boolean | 'unknown' | null
    readonly structure: boolean | 'unknown'
    readonly status: string
    readonly overall: string
    readonly overallAlso?: readonly string[]
    readonly validity?: string
    readonly definedTerms?: boolean
    readonly signatureArithmetic?: boolean | 'unknown'
    readonly issuerKey?: boolean | 'unknown' | 'same origin'
    readonly hostedScope?: boolean
    readonly hostedMatches?: boolean
    readonly claims?: Readonly<Record<string, boolean>>
    readonly proofs?: readonly (boolean | 'unsupported')[]
    readonly warnings?: readonly string[]
    readonly recipient?: RecipientExpected
    readonly recipientWrong?: RecipientExpected
    readonly strictJsonSchema?: boolean
    readonly schemaSays?: string
  }
}

/** Somebody who may have received a vector, and whether they did. */
interface RecipientExpected {
  readonly known: { readonly type?: string; readonly identityType?: string; readonly value: string }
  readonly matches: boolean
}

/** Whether the vectors are here. Says in one line that they are not; refuses to go on under CI. */
export function hasVectors(): boolean {
  if (existsSync(new URL('manifest.json', folder))) return true
  if (process.env['CI'] === 'true') throw new Error('../shared/vectors/badges is missing')
  process.stderr.write('left out: tests of badge vectors (../shared/vectors/badges is not here)\n')
  return false
}

export function vectors(): readonly Vector[] {
  const manifest: readonly Vector[] = JSON.parse(
    readFileSync(new URL('manifest.json', folder), 'utf8'),
  )
  return manifest
}

export function vectorBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(file, folder))))
}

export function vectorJson(file: string): JsonValue {
  return JSON.parse(readFileSync(fileURLToPath(new URL(file, folder)), 'utf8'))
}

/** @returns what a vector says its verifier is given: all contexts, and its own documents. */
export function vectorBundle(vector: Vector, all: readonly Vector[]): TrustBundle {
  const documents = new Map<string, BundleDocument>()
  const add = (url: string, file: string, kind: BundleDocument['kind'] = 'document') =>
    documents.set(url, {
      content: vectorBytes(file),
      fetchedAt: Date.parse('2026-11-20T12:00:00Z'),
      source: 'vector',
      kind,
    })
  for (const entry of all)
    if (entry.kind === 'context' && !entry.file.includes('/variants/'))
      for (const url of [entry.url ?? []].flat()) add(url, entry.file, 'context')
  for (const [url, file] of Object.entries(vector.with ?? {})) add(url, file)
  return { name: 'vector', documents, issuers: [] }
}

/** @returns the time a vector is to be judged at, epoch ms. */
export function vectorAt(vector: Vector): number {
  return Date.parse(vector.at ?? '2026-11-24T12:00:00Z')
}
