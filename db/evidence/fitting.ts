import { z } from 'zod'
import { accepts } from '../../core/claim/preflight.ts'
import { mediaTypeOf } from '../../core/evidence/media-type.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { timelinePrefix } from '../../core/evidence/timeline.ts'
import type { ListPlace } from '../index-table/list.ts'
import type { Asker } from '../query.ts'
import { query, rowOf } from '../query.ts'
import type { Listed } from '../seen.ts'
import { isBeyond, nextOf, placeAt, placeCharsMax } from './page-place.ts'

const acceptMax = 50
const pageRowsMax = 100
/** How many pieces one answer looks at: among thousands of photos a film is sought over several pages. */
const lookedMax = 5_000
const stepRows = 200

/** A person's evidence that a slot takes, newest first; not what is in the trash. */
export const fittingEvidence = query({
  input: z.object({
    accept: z.array(z.string().max(200)).max(acceptMax),
    q: z.string().max(500).exactOptional(),
    limit: z.int().min(1).max(pageRowsMax),
    /** The `next` of the page before. */
    after: z.string().max(placeCharsMax).exactOptional(),
  }),
  kinds: ['evidence'],
  async rows(asker, input) {
    const fitting: Listed<Evidence>[] = []
    let looked = 0
    // The next page goes on after the last that was looked at.
    let last: ListPlace | undefined
    for await (const piece of newestFirst(asker, input.q?.trim() ?? '', placeAt(input))) {
      const fits = accepts(input.accept, mediaTypeOf(piece.rec.body))
      const isFull = fits && fitting.length === input.limit
      if (isFull || looked === lookedMax)
        return { rows: fitting.map(rowOf), next: last === undefined ? undefined : nextOf(last) }
      if (fits) fitting.push(piece)
      looked += 1
      last = piece.place
    }
    return { rows: fitting.map(rowOf), next: undefined }
  },
})

/** A person's pieces, or those that hold the words, from the newest on. */
async function* newestFirst(asker: Asker, question: string, after: ListPlace | undefined) {
  const along = {
    along: 'place',
    prefix: timelinePrefix({ owner: asker.person, trashed: false }),
  }
  if (question !== '') {
    const places = await asker.searchAlong(question, EvidenceRecord, along)
    for (const place of places) {
      if (after !== undefined && !isBeyond(place, after)) continue
      const seen = await asker.seen.get(EvidenceRecord, place.id)
      if (seen !== undefined) yield { ...seen, place }
    }
    return
  }
  for (let from = after; ;) {
    const ask = { ...along, limit: stepRows, ...(from === undefined ? {} : { after: from }) }
    const step = await asker.seen.walk(EvidenceRecord, ask)
    yield* step
    from = step.at(-1)?.place
    if (step.length < stepRows || from === undefined) return
  }
}
