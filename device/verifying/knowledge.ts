import { createHash } from 'node:crypto'
import type { TrustBundle } from 'open-badges-validator-core/verify'

/** What was known when badges were checked. */
export interface Knowledge {
  /** The same for the same lists, issuers, keys and documents, and another for any other. */
  readonly digest: string
  /** Names of the trust lists; empty where there was none. */
  readonly name: string
  readonly issuers: number
  readonly lists: number
  /** Oldest fetch in it (epoch ms); `undefined` where it is empty. */
  readonly asOf: number | undefined
}

/** A trust bundle in numbers, and told from every other one. */
export function knowledgeOf(
  bundle: Pick<TrustBundle, 'name' | 'documents' | 'issuers' | 'keys'>,
): Knowledge {
  const { name, documents, issuers, keys = [] } = bundle
  const hash = createHash('sha256').update(JSON.stringify([name, issuers, keys]))
  for (const [url, document] of documents) {
    const { content, fetchedAt, source, httpStatus } = document
    hash.update(JSON.stringify([url, contentDigest(content), fetchedAt, source, httpStatus]))
  }
  const times = [...documents.values(), ...issuers].map(one => one.fetchedAt)
  const issuerIds = new Set(issuers.map(issuer => issuer.id))
  const isIssuers = (url: string) => url.startsWith('did:') || issuerIds.has(url)
  // An issuer's document may stand under its address too.
  const ofIssuers = new Set(
    [...documents].filter(([url]) => isIssuers(url)).map(([, { content }]) => content),
  )
  const others = new Set([...documents.values()].map(({ content }) => content))
  return {
    digest: hash.digest('hex'),
    name,
    issuers: issuerIds.size,
    lists: [...others].filter(content => !ofIssuers.has(content)).length,
    asOf: times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b)),
  }
}

/** A status list is large, and asked for each time a screen asks: its bytes are read once. */
const known = new WeakMap<Uint8Array, string>()

function contentDigest(content: unknown): string {
  if (!(content instanceof Uint8Array)) return sha256(JSON.stringify(content) ?? '')
  const before = known.get(content)
  if (before !== undefined) return before
  const digest = sha256(content)
  known.set(content, digest)
  return digest
}

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
