import { IssuerRecord, StatusListRecord } from '../../core/badge/trust.ts'
import type { BundleDocument, KnownIssuer, TrustBundle } from 'open-badges-validator-core/verify'
import type { Asker } from '../../db/query.ts'
import { all } from '../../db/query.ts'

/** What the district has told about issuers and status lists, as far as it has reached this computer. */
export async function trustBundle(
  asker: Asker,
  newestLists: ReadonlyMap<string, number>,
): Promise<TrustBundle> {
  const source = 'district record'
  const documents = new Map<string, BundleDocument>()
  const issuers: KnownIssuer[] = []
  const utf8 = new TextEncoder()
  for (const { body } of await all(asker, IssuerRecord, {})) {
    const { did, name, fetchedAt } = body
    issuers.push({ id: did, name, fetchedAt, source })
    const content = utf8.encode(body.document)
    documents.set(did, { content, fetchedAt, source })
    if (body.url !== undefined) documents.set(body.url, { content, fetchedAt, source })
  }
  for (const { body } of await all(asker, StatusListRecord, {})) {
    const content = utf8.encode(body.credential)
    documents.set(body.url, { content, fetchedAt: body.publishedAt, source })
  }
  return { name: source, documents, issuers, newestLists }
}
