import { z } from 'zod'
import { CompetencyRecord } from '../../core/competency/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all, one, query, some } from '../query.ts'
import { claimsByEvidence } from './claims-of.ts'

/** One page of the timeline. */
const pageRows = 100
const pageRowsMax = 500
/** A library may hold this many items (design.md, "How big"). */
const libraryRowsMax = 100_000
/** Words of a search that are looked at one by one when nothing holds all of them. */
const searchWordsMax = 12
const hitsMax = 200

interface Line {
  readonly row: RecordRow<Evidence>
  readonly claims: readonly { readonly id: string; readonly title: string }[]
  readonly found: string | undefined
  readonly here: boolean
}

const listInput = z.object({
  q: z.string().max(500).exactOptional(),
  trashed: z.boolean().exactOptional(),
  goal: z.string().max(80).exactOptional(),
  limit: z.int().min(1).max(pageRowsMax).exactOptional(),
  /** The id of the last line of the page before. */
  after: z.string().max(80).exactOptional(),
})

export const evidenceQueries = {
  'evidence.list': query({
    input: listInput,
    kinds: ['evidence', 'claim', 'draft'],
    async rows(asker, input) {
      const library = await all(
        asker,
        EvidenceRecord,
        {
          where: { owner: asker.person, trashed: input.trashed === true ? 1 : 0 },
          order: { by: 'day', desc: true },
        },
        libraryRowsMax,
      )
      const question = input.q?.trim() ?? ''
      const hits = question === '' ? undefined : await hitsOf(asker, question)
      const fits = library.filter(
        row =>
          (hits === undefined || hits.has(row.id)) &&
          (input.goal === undefined || row.body.goals[input.goal] === true),
      )
      const start =
        input.after === undefined ? 0 : fits.findIndex(row => row.id === input.after) + 1
      const page = fits.slice(start, start + (input.limit ?? pageRows))
      const isMore = start + page.length < fits.length
      return {
        lines: await linesOf(asker, page, hits),
        total: fits.length,
        all: library.length,
        next: isMore ? page.at(-1)?.id : undefined,
        nothing: hits?.size === 0 ? await wordsWithoutHit(asker, question) : [],
      }
    },
  }),

  evidence: query({
    input: z.object({ evidence: z.string().max(80) }),
    kinds: ['evidence', 'claim', 'draft', 'goal', 'competency'],
    async rows(asker, input) {
      const row = await one(asker, EvidenceRecord, input.evidence)
      const [line] = row === undefined ? [] : await linesOf(asker, [row], undefined)
      return {
        line,
        goals: await all(asker, GoalRecord, {
          where: { owner: asker.person },
          order: { by: 'added' },
        }),
        competencies: await some(
          asker,
          CompetencyRecord,
          Object.keys(row?.body.competencies ?? {}),
        ),
      }
    },
  }),
}

/** Evidence id → the sentence around the hit, or '' where only the title holds it. */
async function hitsOf(asker: Asker, question: string): Promise<ReadonlyMap<string, string>> {
  const hits = await asker.search(question, 'evidence', hitsMax)
  return new Map(
    hits.map(hit => [
      hit.id,
      hit.snippet.includes('\u0002')
        ? hit.snippet.replaceAll('\u0002', '').replaceAll('\u0003', '')
        : '',
    ]),
  )
}

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
  rows: readonly RecordRow<Evidence>[],
  hits: ReadonlyMap<string, string> | undefined,
): Promise<Line[]> {
  const uses = await claimsByEvidence(asker)
  const here = await asker.here(rows.flatMap(row => row.body.file?.sha256 ?? []))
  return rows.map(row => {
    const found = hits?.get(row.id)
    return {
      row,
      claims: uses.get(row.id) ?? [],
      found: found === '' ? undefined : found,
      here: row.body.file === undefined || here.has(row.body.file.sha256),
    }
  })
}
