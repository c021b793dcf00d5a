import { installPeers } from '../peers/installed.ts'
import type { Measured } from '../measured.ts'
import { ratioOf } from '../measured.ts'
import type { Document } from './documents.ts'
import { contentHash, documentAt } from './documents.ts'
import { ourSide } from './our-side.ts'
import { peerSide } from './peer-side.ts'
import { inTurns } from './rounds.ts'
import type { Edit, Side } from './side.ts'

const editsCount = 1_000
/** How often each is to be faster than the peer. */
const goals = { first: 8, catchUp: 10, push: 10 } as const

interface Asked {
  readonly rounds: number
  readonly documents: number
}

/**
 * Ours beside PouchDB and its server, in turns, each in processes of its own over loopback HTTP: the same documents, the
 * same edits. After each kind both ends of both are compared, content and all, with what they should hold.
 */
export async function againstPouchdb(
  folder: string,
  { rounds, documents }: Asked,
): Promise<readonly Measured[]> {
  installPeers()
  const edited = new Map<number, number>()
  const documentsOf = (owner: string): readonly Document[] =>
    Array.from({ length: documents }, (_, n) => documentAt(n, owner, edited.get(n)))
  const ours = await ourSide(folder, documentsOf)
  const { owner } = ours
  const peer = await peerSide(folder, documentsOf(owner))

  const nextEdits = (round: number): readonly Edit[] =>
    Array.from({ length: Math.min(editsCount, documents) }, (_, at) => {
      const n = (round * 311 + at * 7) % documents
      const before = edited.get(n) ?? 0
      edited.set(n, before + 1)
      return { n, from: documentAt(n, owner, before), to: documentAt(n, owner, before + 1) }
    })
  const assertSame = async () => {
    const expected = contentHash(documentsOf(owner))
    for (const [name, side] of Object.entries({ ours, peer })) {
      const contents = await side.contents()
      for (const [end, { hash, count }] of Object.entries(contents))
        if (hash !== expected)
          throw new Error(`${name}: the ${end} holds something else, in ${count} documents`)
    }
  }
  const compared = async (name: string, goal: number, does: (side: Side) => Promise<number>) => {
    const times = await inTurns(
      rounds,
      () => does(ours),
      () => does(peer),
    )
    await assertSame()
    const note = 'PouchDB and its server, LevelDB; ours with FULL sync; content compared'
    return ratioOf({ name: `${name}: PouchDB / ours`, goal, note }, times)
  }
  /** Both get the same edits, one after the other. */
  const withEdits = (does: (side: Side, edits: readonly Edit[]) => Promise<number>) => {
    let round = 0
    let edits: readonly Edit[] = []
    return (side: Side) => {
      if (side === ours) edits = nextEdits(round++)
      return does(side, edits)
    }
  }
  const all = [
    await compared(`first sync of ${documents} records`, goals.first, side => side.first()),
    await compared(
      `catching up with ${editsCount} changes`,
      goals.catchUp,
      withEdits((side, edits) => side.catchUp(edits)),
    ),
    await compared(
      `sending ${editsCount} offline edits`,
      goals.push,
      withEdits((side, edits) => side.push(edits)),
    ),
  ]
  await ours.end()
  await peer.end()
  return all
}
