import type { BatchesSaid, BatchSaid, VerifyingLine } from '../../contract/device/verifying.ts'
import {
  againRequest,
  batchChangeRequest,
  batchRequest,
  rowsRequest,
  textRequest,
  verifyingPaths,
} from '../../contract/device/verifying.ts'
import { doorLimits } from '../../contract/device/requests.ts'
import type { BatchRow } from '../../db/verifying-store/batches.ts'
import { json, lines } from '../door/answer.ts'
import { readJson } from '../door/body.ts'
import { DoorRefusal } from '../door/refused.ts'
import { fileName } from '../evidence/take-file.ts'
import type { House } from '../house.ts'
import { askerOf } from '../question/asker.ts'
import { announced } from './announced.ts'
import type { DecidedOf } from './decided.ts'
import { decidedAt, decisionsAt } from './decided.ts'
import { knowledgeOf } from './knowledge.ts'
import { csvReport } from './report-csv.ts'
import type { Reported } from './report-lines.ts'
import type { Kept } from './said.ts'
import { batchSaid, countsOf, groupsOf, rowsPage, rowWhole } from './said.ts'
import { placeOfGroup } from './standing.ts'
import { takeFileIn, takeText } from './take-inputs.ts'
import type { Happened, Verifying } from './verifying.ts'

const most = doorLimits.jsonBytesMax

/** One request about one batch. */
interface Asked {
  readonly house: House
  readonly request: Request
  readonly verifying: Verifying
  readonly batch: BatchRow
  /** What follows the path: the number of a row. */
  readonly rest: string
}

/** Begins a batch. */
export async function beginBatch(house: House, request: Request): Promise<Response> {
  const { name } = await readJson(request, batchRequest, most)
  const verifying = house.place().verifying()
  return json(await said(house, verifying, batchNamed(verifying, verifying.begin(name.trim()))))
}

/** Every batch that is kept, without groups. */
export async function listBatches(house: House): Promise<Response> {
  const verifying = house.place().verifying()
  // Whoever looks at the lists is about to hand something in.
  verifying.warm()
  const { decidedOf, now } = await known(house)
  const batches = verifying.batches.all()
  return json({
    batches: batches.map(row => batchSaid(verifying, row, decidedOf, now)),
    begunAnew: verifying.begunAnew,
  } satisfies BatchesSaid)
}

/** Answers what is asked about one batch; `path` is what follows `/api/verifying/`. */
export async function aboutBatch(house: House, request: Request, path: string): Promise<Response> {
  const [, id = '', under = '', rest = ''] =
    /^([\w-]{1,80})(\/[\w.]+)?(?:\/(\d{1,6}))?$/.exec(path) ?? []
  const answer = answers.get(`${request.method} ${under}`)
  if (answer === undefined) throw new DoorRefusal('not_found')
  const verifying = house.place().verifying()
  const batch = batchNamed(verifying, id)
  return answer({ house, request, verifying, batch, rest })
}

type Answer = (asked: Asked) => Promise<Response> | Response

const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [
    `GET ${verifyingPaths.batch}`,
    ({ house, verifying, batch }: Asked) => saidAnswer(house, verifying, batch.id),
  ],
  [
    `POST ${verifyingPaths.batch}`,
    async ({ house, request, verifying, batch }: Asked) => {
      const change = await readJson(request, batchChangeRequest, most)
      if ('remove' in change) {
        verifying.remove(batch.id)
        return json({})
      }
      verifying.batches.rename(batch.id, change.name.trim())
      return saidAnswer(house, verifying, batch.id)
    },
  ],
  [
    `POST ${verifyingPaths.files}`,
    async ({ request, verifying, batch }: Asked) => {
      const body = request.body ?? new Blob([]).stream()
      return json(await takeFileIn(verifying, batch.id, fileName(request), body))
    },
  ],
  [
    `POST ${verifyingPaths.text}`,
    async ({ request, verifying, batch }: Asked) => {
      const { text } = await readJson(request, textRequest, 4 * most)
      return json(await takeText(verifying, batch.id, text))
    },
  ],
  [
    `POST ${verifyingPaths.coming}`,
    ({ request, verifying, batch }: Asked) => announced(verifying, batch.id, request),
  ],
  [`GET ${verifyingPaths.progress}`, progress],
  [
    `POST ${verifyingPaths.rows}`,
    async ({ request, verifying, batch }: Asked) => {
      const page = rowsPage(verifying, batch.id, await readJson(request, rowsRequest, most))
      if (page === undefined) throw new DoorRefusal('malformed')
      return json(page)
    },
  ],
  [
    `GET ${verifyingPaths.row}`,
    async ({ house, verifying, batch, rest }: Asked) => {
      const { decidedOf, endedOf } = await decisionsAt(askerOf(house.place()), house.clock())
      const whole = rowWhole(verifying, batch.id, Number(rest), decidedOf, endedOf)
      if (rest === '' || whole === undefined) throw new DoorRefusal('not_found')
      return json(whole)
    },
  ],
  [
    `POST ${verifyingPaths.stop}`,
    ({ house, verifying, batch }: Asked) => {
      verifying.stop(batch.id)
      return saidAnswer(house, verifying, batch.id)
    },
  ],
  [
    `POST ${verifyingPaths.again}`,
    async ({ house, request, verifying, batch }: Asked) => {
      const which = await readJson(request, againRequest, most)
      if ('group' in which) {
        const place = placeOfGroup(which.group)
        if (place === undefined) throw new DoorRefusal('malformed')
        const { asksNetwork } = which
        verifying.again(batch.id, { group: { place, grp: which.group }, asksNetwork })
      } else verifying.again(batch.id, which)
      return saidAnswer(house, verifying, batch.id)
    },
  ],
  [
    `GET ${verifyingPaths.csv}`,
    async ({ house, verifying, batch }: Asked) =>
      csvReport(await reported(house, verifying, batch)),
  ],
  [
    `GET ${verifyingPaths.pdf}`,
    async ({ house, verifying, batch }: Asked) => {
      // Drawing takes a library that nothing else needs: not loaded before it is asked for.
      const { pdfReport } = await import('./report-pdf.ts')
      return pdfReport(await reported(house, verifying, batch))
    },
  ],
])

function progress({ house, verifying, batch }: Asked): Response {
  let unlisten = () => {}
  return lines(
    (put, close) => {
      const end = () => {
        unlisten()
        close()
      }
      const tell = async (happened: Happened) => {
        if (happened === 'closed') return end()
        if (typeof happened === 'object') {
          put({ at: 'failed', error: { code: happened.failed } } satisfies VerifyingLine)
          return end()
        }
        const decidedOf = await decidedNow(house)
        const row = verifying.batches.get(batch.id)
        if (row === undefined) return end()
        const at = verifying.waits(batch.id) ? 'checking' : 'rest'
        const counts = countsOf(verifying, batch.id, decidedOf)
        put({ at, counts, tookMs: row.tookMs } satisfies VerifyingLine)
        if (at === 'rest') end()
      }
      const told = (happened: Happened) =>
        void tell(happened).catch((error: unknown) => {
          put({ at: 'failed', error: house.told(error, 'verifying') } satisfies VerifyingLine)
          end()
        })
      unlisten = verifying.listen(batch.id, told)
      told(verifying.standsStill(batch.id) ?? 'checked')
    },
    () => unlisten(),
  )
}

const decidedNow = (house: House): Promise<DecidedOf> =>
  decidedAt(askerOf(house.place()), house.clock())

const known = async (house: House) => ({
  decidedOf: await decidedNow(house),
  now: knowledgeOf(await house.place().trust.known()),
})

/** What a report is made from, as it stands at one moment, however checking goes on while it is written. */
async function reported(house: House, verifying: Verifying, { id }: BatchRow): Promise<Reported> {
  const { decidedOf, now } = await known(house)
  const { person } = await house.session()
  const kept = verifying.snapshot()
  try {
    const groups = groupsOf(kept, id, decidedOf)
    return {
      kept,
      said: { ...batchSaid(kept, batchNamed(kept, id), decidedOf, now), groups },
      decidedOf,
      by: person?.name ?? '',
      at: house.clock(),
      language: house.settings.get().language,
      told: (error: unknown) => void house.told(error, 'verifying'),
    }
  } catch (error) {
    kept.close()
    throw error
  }
}

async function said(house: House, verifying: Verifying, batch: BatchRow): Promise<BatchSaid> {
  const { decidedOf, now } = await known(house)
  const groups = groupsOf(verifying, batch.id, decidedOf)
  return { ...batchSaid(verifying, batch, decidedOf, now), groups }
}

const saidAnswer = async (house: House, verifying: Verifying, id: string): Promise<Response> =>
  json(await said(house, verifying, batchNamed(verifying, id)))

function batchNamed({ batches }: Pick<Kept, 'batches'>, id: string): BatchRow {
  const batch = batches.get(id)
  if (batch === undefined) throw new DoorRefusal('not_found')
  return batch
}
