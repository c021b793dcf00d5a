import { didWebToUrl } from 'open-badges-validator-core/did'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { all } from '../../db/query.ts'
import type { Seen } from '../../db/seen.ts'
import { badgeUrnOf } from '../badge/credential.ts'
import type { House } from '../house.ts'
import type { Issuer } from '../badge/issuer.ts'
import { statusLists } from '../badge/status-lists.ts'

/**
 * Whether somebody would have the district endorse itself: by one of its names or its address, what its own micro-credentials
 * stand for, or a badge of its own, whoever else is written down as its issuer.
 */
export async function isAboutItself(
  house: Pick<House, 'store' | 'address'>,
  { did }: Pick<Issuer, 'did'>,
  { id, issuer }: Pick<Endorsed, 'id' | 'issuer'>,
): Promise<boolean> {
  const seen = house.store.seen()
  // Every name that it signs by, or signed by.
  const own = new Set([did, ...(await statusLists(house)).map(list => list.did)])
  const isOwn = (name: string) => own.has(bare(name)) || isAt(house.address, name)
  if (isOwn(issuer.id) || isOwn(id)) return true
  const urn = bare(id).toLowerCase()
  if (!urn.startsWith('urn:uuid:')) return false
  const micros = await all({ seen }, MicroCredentialRecord, {})
  return micros.some(micro => achievementIdOf(micro.id) === urn) || isBadge(seen, urn)
}

/** Whether a badge of the district's bears it: where there is no lasting address they have no other name. */
async function isBadge(seen: Seen, urn: string): Promise<boolean> {
  let after: ListAsk['after']
  do {
    const rows = await seen.list(BadgeRecord, after === undefined ? {} : { after })
    if (rows.some(({ rec }) => badgeUrnOf(rec.id) === urn)) return true
    after = rows.at(-1)?.place
  } while (after !== undefined)
  return false
}

/** A DID or URN without what it may lead on to: a key, a question, a path. */
const bare = (name: string): string => name.split(/[#?/]/, 1)[0] ?? ''

function isAt(address: string, name: string): boolean {
  const own = placeOf(address)
  return own !== undefined && own === placeOf(name)
}

/** What a server's own port is left out for, however an address says it. */
const usualPorts: readonly string[] = ['', '80', '443']

/** The server that an address or a did:web leads to, however that is written; `undefined` where it is neither. */
function placeOf(name: string): string | undefined {
  const web = didWebToUrl(bare(name))
  const url = URL.parse(web.ok ? web.value : name)
  if (url === null || url.host === '') return undefined
  const host = url.hostname.replace(/\.$/, '')
  return usualPorts.includes(url.port) ? host : `${host}:${url.port}`
}
