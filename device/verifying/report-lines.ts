import type { PartSaid } from '../../contract/device/door.ts'
import type { BatchSaid, Group, Whose } from '../../contract/device/verifying.ts'
import type { InputRow, RowPlace } from '../../db/verifying-store/inputs.ts'
import type { Snapshot } from '../../db/verifying-store/snapshot.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import type { Words } from '../../words/words.ts'
import { wordsIn } from '../../words/words.ts'
import type { Summary, Whole } from './answered.ts'
import { summaryOf, wholeOf } from './answered.ts'
import type { DecidedOf } from './decided.ts'
import { standings } from './standing.ts'

/** What a report is made from. */
export interface Reported {
  /** As it stood when the report was begun; whoever writes the report closes it. */
  readonly kept: Snapshot
  readonly said: BatchSaid
  readonly decidedOf: DecidedOf
  /** Who makes it. */
  readonly by: string
  readonly at: number
  readonly language: 'en' | 'es'
  /** Told of what broke a report off. */
  told(error: unknown): void
}

/** The words of a report. It is read for years: no year goes without saying. */
export const reportWords = (language: 'en' | 'es'): Words => wordsIn(language, () => Number.NaN)

/** One input in a report; the last two are there once it is checked. */
export interface ReportLine {
  readonly row: InputRow
  readonly summary: Summary | undefined
  readonly whole: Whole | undefined
}

const linesAtOnce = 100

/** Every input of a group, or those that are not checked, some in memory at a time; others are answered in between. */
export async function* reportLines(
  { kept: { inputs }, said }: Reported,
  group: Group | 'not checked',
): AsyncGenerator<ReportLine> {
  let after: RowPlace | undefined
  for (;;) {
    const rows =
      group === 'not checked'
        ? inputs.notChecked(said.id, after?.n ?? 0, linesAtOnce)
        : inputs.page(said.id, {
            limit: linesAtOnce,
            group: { place: standings.indexOf(group.standing), grp: group.id },
            ...(after === undefined ? {} : { after }),
          })
    for (const row of rows) {
      const isChecked = row.state === 'checked' && row.summary !== null
      const packed = isChecked ? inputs.packed(said.id, row.n) : undefined
      yield {
        row,
        summary: isChecked && row.summary !== null ? summaryOf(row.summary) : undefined,
        whole: packed === undefined ? undefined : wholeOf(packed),
      }
    }
    after = rows.at(-1)
    if (rows.length < linesAtOnce) return
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Every reason of an input, in sentences: its own, then of what is inside it. */
export function reasonsSaid(words: Words, summary: Summary, whole: Whole): readonly string[] {
  const { verifyReport } = words
  const { code: codeSaid } = verifyReport
  const { notFetched, verified } = whole
  if (notFetched !== undefined) return [fetchSaid(verifyReport.fetch, notFetched).said]
  const said = new Set(whole.reasons.map(({ code, facts }) => shown(codeSaid(code, facts))))
  const inside = verified.parts.map(part => partSaid(words, part)).filter(text => text !== '')
  if (said.size + inside.length === 0 && summary.because !== undefined)
    said.add(shown(codeSaid(summary.because.code, summary.because.facts)))
  return [...said, ...inside]
}

function partSaid({ verifyReport }: Words, part: PartSaid): string {
  const { about, kind, title, issuer, because, counts } = part
  if (because === undefined) return ''
  const said = shown(verifyReport.code(because.code, because.facts))
  if (counts) return verifyReport.inPart({ part: shown(title ?? about), said })
  const kinds: Readonly<Record<string, string>> = verifyReport.partKind
  return verifyReport.beside({
    kind: kinds[kind] ?? verifyReport.partOther,
    title: shown(title ?? ''),
    issuer: shown(issuer ?? ''),
    said,
  })
}

/** Who issued something; who is not known here calls itself so. */
export const issuerSaid = (words: Words, whose: Whose): string =>
  shown(whoseSaid(words.verifyReport, whose))

/** A stranger's text as a report shows it. */
export const shown = seenLetters
