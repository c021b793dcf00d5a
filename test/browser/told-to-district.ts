import { Writable } from 'node:stream'
import { createHash } from 'node:crypto'
import { bodyOf } from '../../db/records/kinds.ts'
import { openProgram } from '../../district/program.ts'
import { pileList, type PileIssuer } from '../builders/badge-pile.ts'

const dayMs = 86_400_000

/** An issuer that a district comes to know, and how old (ms) what it knows of it is. */
export interface Known {
  readonly issuer: PileIssuer
  readonly keysAgeMs: number
  readonly listAgeMs: number
  readonly revoked?: readonly number[]
}

/**
 * Tells a district (a demo's, unless it is said otherwise), which must not be running, about issuers and their lists: as its own reactions would after
 * fetching them. Every device gets it with the next sync.
 */
export async function toldToDistrict(
  folder: string,
  known: readonly Known[],
  isDemo = true,
  databaseUrl?: string,
): Promise<void> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const program = await openProgram({
    dataFolder: folder,
    databaseUrl,
    onDatabaseTaken: () => undefined,
    listensAt: 'http://127.0.0.1:0',
    publicUrl: undefined,
    isBehindProxy: false,
    masterKey: undefined,
    isDemo,
    fontsFolders: [],
    isRestored: false,
    canSuspend: true,
    name: 'Alder County',
    administrator: 'Desmond',
    timeZone: 'America/New_York',
    logTo: Object.assign(silent, { write: (text: string) => text.length > 0 }),
    trace: false,
    isQuiet: true,
    clock: Date.now,
  })
  if ('failed' in program) throw new Error(program.failed)
  const { house } = program
  const now = Date.now()
  try {
    for (const { issuer, keysAgeMs, listAgeMs, revoked = [] } of known) {
      const { did, name, document, listUrl } = issuer
      if (document === undefined) throw new Error('nobody can know a did:key by its host')
      const id = idOf(did)
      const body = {
        did,
        name,
        url: document.url,
        document: JSON.stringify(document.content),
        fetchedAt: now - keysAgeMs,
      }
      await house.perform('issuer.publish', bodyOf({ id, issuer: body }), { key: `told:${id}` })
      const madeAt = now - listAgeMs
      const credential = await pileList(issuer, madeAt, revoked)
      const list = { url: listUrl, credential, publishedAt: madeAt }
      const listId = idOf(listUrl)
      await house.perform('status-list.publish', bodyOf({ id: listId, list }), {
        key: `told:${listId}`,
      })
    }
  } finally {
    await program.close()
  }
}

/** The ages of the story: what a district had fetched before the network went. */
export const ages = { keysMs: 9 * dayMs, freshMs: 2 * dayMs, staleMs: 41 * dayMs }

const idOf = (url: string) => createHash('sha256').update(url).digest('hex').slice(0, 32)
