import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as bitstring from '@digitalbazaar/vc-bitstring-status-list'
import * as list2021 from '@digitalbazaar/vc-status-list'
import { knownContexts } from '../src/json-ld/contexts.ts'
import type { JsonObject } from '../src/json/value.ts'
import { documentLoader } from './others.ts'

const libraries = { BitstringStatusListEntry: bitstring, StatusList2021Entry: list2021 }
export type StatusKind = keyof typeof libraries

/** @returns an unsigned status list of others' making, with some bits set. */
export async function othersList(
  kind: StatusKind,
  {
    id,
    length,
    set,
  }: { readonly id: string; readonly length: number; readonly set: readonly number[] },
): Promise<JsonObject> {
  const { createList, createCredential } = libraries[kind]
  const list = await createList({ length })
  for (const index of set) list.setStatus(index, true)
  return createCredential({ id, list, statusPurpose: 'revocation' })
}

/** @returns what others say of a credential's status; `unclear` where they say that it can't be said. */
export async function othersStatus(
  kind: StatusKind,
  credential: JsonObject,
  list: JsonObject,
): Promise<'set' | 'clear' | 'unclear'> {
  const { verified, results = [] } = await libraries[kind].checkStatus({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    async documentLoader(url: string) {
      if (url === list['id']) return { contextUrl: null, documentUrl: url, document: list }
      // The words of the older list stand in no package that they load here.
      const context = knownContexts.get(url)
      if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context }
      return documentLoader(url)
    },
  })
  // One of the two calls a set bit `verified`, the other doesn't.
  if (results.some(({ status }) => status)) return 'set'
  return verified ? 'clear' : 'unclear'
}
