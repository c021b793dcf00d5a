import { z } from 'zod'
import { CompetencyRecord } from '../../core/competency/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import { deletedFrom } from '../../core/evidence/trash-lasts.ts'
import { timelinePrefix } from '../../core/evidence/timeline.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import type { ListPlace } from '../index-table/list.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all, query, rowOf, some } from '../query.ts'
import type { Listed, SeenRec } from '../seen.ts'
import type { Use } from './claims-of.ts'
import { claimsByEvidence } from './claims-of.ts'
import { fittingEvidence } from './fitting.ts'
import { isBeyond, nextOf, placeAt, placeCharsMax } from './page-place.ts'

/** One page of the timeline. */
const pageRows = 100
const pageRowsMax = 500
/** Words of a search that are looked at one by one when nothing holds all of them. */
const searchWordsMax = 12

interface Line {
  readonly row: RecordRow<Evidence>
  readonly claims: readonly Use[]
  readonly deletedFrom: number | undefined
  readonly found: string | undefined
  readonly here: boolean
}

const listInput = z.object({
  q: z.string().max(500).exactOptional(),
  trashed: z.boolean().exactOptional(),
  goal: z.string().max(80).exactOptional(),
  limit: z.int().min(1).max(pageRowsMax).exactOptional(),
  /** The `next` of the page before. */
  after: z.string().max(placeCharsMax).exactOptional(),
})

export const evidenceQueries = {
  'evidence.list': query({
    input: listInput,
    kinds: ['evidence', 'claim', 'draft'],
    async rows(asker, input) {
      const trashed = input.trashed === true
      const along = (goal: string | undefined) => ({
        along: 'place',
        prefix: timelinePrefix({ owner: asker.person, trashed, goal }),
      })
      const walk = { ...along(input.goal), limit: input.limit ?? pageRows, after: placeAt(input) }
      const question = input.q?.trim() ?? ''
      const { rows, found, total } =
        question === '' ? await pageOf(asker, walk) : await pageFound(asker, walk, question)
      const page = rows.slice(0, walk.limit)
      const last = page.at(-1)
      return {
        lines: await linesOf(asker, page, found),
        total,
        all: await asker.seen.count(EvidenceRecord, along(undefined)),
        next: rows.length > page.length && last !== undefined ? nextOf(last.place) : undefined,
        nothing: question !== '' && total === 0 ? await wordsWithoutHit(asker, question) : [],
      }
    },
  }),

  'evidence.fitting': fittingEvidence,

  /** The pieces of this person that hold one file, whole or in the trash. */
  'evidence.of-file': query({
    input: z.object({ sha256: z.string().length(64) }),
    kinds: ['evidence'],
    async rows(asker, { sha256 }) {
      const rows = await all(asker, EvidenceRecord, { where: { sha: sha256 } })
      return { rows: rows.filter(row => row.body.owner === asker.person) }
    },
  }),

  evidence: query({
    input: z.object({ evidence: z.string().max(80) }),
    kinds: ['evidence', 'claim', 'draft', 'goal', 'competency'],
    async rows(asker, input) {
      const seen = await asker.seen.get(EvidenceRecord, input.evidence)
      const [line] = seen === undefined ? [] : await linesOf(asker, [seen], undefined)
      return {
        line,
        goals: await all(asker, GoalRecord, {
          where: { owner: asker.person },
          order: { by: 'added' },
        }),
        competencies: await some(
          asker,
          CompetencyRecord,
          Object.keys(seen?.rec.body.competencies ?? {}),
        ),
      }
    },
  }),
}

interface Walk {
  readonly along: string
  readonly prefix: string
  readonly limit: number
  readonly after: ListPlace | undefined
}

interface Page {
  /** One more than the page holds, where there is more. */
  readonly rows: readonly Listed<Evidence>[]
  /** Evidence id → the sentence around the hit, or '' where only the title holds it. */
  readonly found: ReadonlyMap<string, string> | undefined
  readonly total: number
}

async function pageOf(asker: Asker, { along, prefix, limit, after }: Walk): Promise<Page> {
  const ask = { along, prefix, limit: limit + 1, ...(after === undefined ? {} : { after }) }
  return {
    rows: await asker.seen.walk(EvidenceRecord, ask),
    found: undefined,
    total: await asker.seen.count(EvidenceRecord, ask),
  }
}

async function pageFound(
  asker: Asker,
  { along, prefix, limit, after }: Walk,
  question: string,
): Promise<Page> {
  const places = await asker.searchAlong(question, EvidenceRecord, { along, prefix })
  const start = after === undefined ? 0 : places.findIndex(place => isBeyond(place, after))
  const rows: Listed<Evidence>[] = []
  for (const place of start < 0 ? [] : places.slice(start, start + limit + 1)) {
    const seen = await asker.seen.get(EvidenceRecord, place.id)
    if (seen !== undefined) rows.push({ ...seen, place })
  }
  const ids = rows.map(row => row.place.id)
  const snippets = await asker.snippets(question, EvidenceRecord.kind, ids)
  const found = new Map([...snippets].map(([id, snippet]) => [id, sentenceIn(snippet)]))
  return { rows, found, total: places.length }
}

const sentenceIn = (snippet: string): string =>
  snippet.includes('\u0002') ? snippet.replaceAll('\u0002', '').replaceAll('\u0003', '') : ''

async function wordsWithoutHit(asker: Asker, question: string): Promise<string[]> {
  const words = question.split(/\s+/).slice(0, searchWordsMax)
  const without: string[] = []
  for (const word of words) {
    if ((await asker.search(word, 'evidence', 1)).length === 0) without.push(word)
  }
  return without
}

async function linesOf(
  asker: Asker,
  pieces: readonly SeenRec<Evidence>[],
  hits: ReadonlyMap<string, string> | undefined,
): Promise<Line[]> {
  const uses = await claimsByEvidence(asker)
  const here = await asker.here(pieces.flatMap(({ rec }) => rec.body.file?.sha256 ?? []))
  return pieces.map(piece => {
    const row = rowOf(piece)
    const found = hits?.get(row.id)
    return {
      row,
      claims: uses.get(row.id) ?? [],
      deletedFrom: deletedFrom(piece.rec, asker.trashEmptiedSince),
      found: found === '' ? undefined : found,
      here: row.body.file === undefined || here.has(row.body.file.sha256),
    }
  })
}
