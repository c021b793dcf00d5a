import type { BatchSaid, Group } from '../../contract/device/verifying.ts'
import type { InputRow, RowPlace } from '../../db/verifying-store/inputs.ts'
import { uncheckedPlace } from '../../db/verifying-store/inputs.ts'
import type { Words } from '../../words/words.ts'
import type { Summary, Whole } from './answered.ts'
import { summaryOf, wholeOf } from './answered.ts'
import type { DecidedOf } from './decided.ts'
import { standings } from './standing.ts'
import type { Verifying } from './verifying.ts'

/** What a report is made from. */
export interface Reported {
  readonly verifying: Verifying
  readonly said: BatchSaid
  readonly decidedOf: DecidedOf
  /** Who makes it. */
  readonly by: string
  readonly at: number
  readonly language: 'en' | 'es'
  /** Told of what broke a report off. */
  told(error: unknown): void
}

/** One input in a report; the last two are there once it is checked. */
export interface ReportLine {
  readonly row: InputRow
  readonly summary: Summary | undefined
  readonly whole: Whole | undefined
}

const linesAtOnce = 100

/** Every input of a group, or those that are not checked, some in memory at a time; others are answered in between. */
export async function* reportLines(
  { verifying, said }: Reported,
  group: Group | 'not checked',
): AsyncGenerator<ReportLine> {
  let after: RowPlace | undefined
  for (;;) {
    const rows = verifying.inputs.page(said.id, {
      limit: linesAtOnce,
      group:
        group === 'not checked'
          ? { place: uncheckedPlace, grp: '' }
          : { place: standings.indexOf(group.standing), grp: group.id },
      ...(after === undefined ? {} : { after }),
    })
    for (const row of rows) {
      const isChecked = row.state === 'checked' && row.summary !== null
      const packed = isChecked ? verifying.inputs.packed(said.id, row.n) : undefined
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

/** Every reason of an input, in sentences. */
export function reasonsSaid(words: Words, summary: Summary, whole: Whole): readonly string[] {
  const { verifyReport } = words
  const said = new Set(
    whole.reasons.map(({ code, facts }) => shown(verifyReport.code(code, facts))),
  )
  if (said.size === 0 && summary.because !== undefined && summary.standing !== 'holds')
    said.add(shown(verifyReport.code(summary.because.code, summary.because.facts)))
  if (whole.notFetched !== undefined)
    said.add(verifyReport.notFetched({ why: shown(whole.notFetched) }))
  return [...said]
}

/** Signs that are not seen, or turn the order of letters round: shown as their number instead (row 32). */
export const shown = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, sign =>
    sign === '\n' || sign === '\t'
      ? ' '
      : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
