import type { MarkName } from '../../core/badge/cause.ts'
import { markNames } from '../../core/badge/cause.ts'
import { settlingOf } from '../../core/badge/settling.ts'
import { kindSaid } from '../../words/kind-said.ts'
import type { Words } from '../../words/words.ts'
import { csvLine } from '../../core/kit/csv-cell.ts'
import type { Reported, ReportLine } from './report-lines.ts'
import { reasonsSaid, reportLines, reportWords, shown } from './report-lines.ts'
import { verifierVersion } from './version.ts'

const dayMs = 86_400_000

/** The report as a table, written while it is read: a line for each input, worst first. */
export function csvReport(reported: Reported): Response {
  const words = reportWords(reported.language)
  const encoder = new TextEncoder()
  const lines = csvLines(reported, words)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next().catch((error: unknown) => {
        reported.kept.close()
        reported.told(error)
        throw error
      })
      if (next.done !== true) return controller.enqueue(encoder.encode(next.value))
      reported.kept.close()
      controller.close()
    },
    async cancel() {
      await lines.return(undefined)
      reported.kept.close()
    },
  })
  return asFile(body, 'text/csv; charset=utf-8', `${words.verifyReport.fileName}.csv`)
}

/** A report as something to save; nothing in it may run where it is shown. */
export const asFile = (body: ReadableStream<Uint8Array>, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })

async function* csvLines(
  reported: Reported,
  words: Words,
): AsyncGenerator<string, undefined, undefined> {
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const columns = heading(words)
  const line = (given: readonly string[]) =>
    csvLine([...given, ...Array.from({ length: columns.length - given.length }, () => '')])
  yield `\uFEFF${line(columns)}`
  for (const group of [...reported.said.groups, 'not checked' as const])
    for await (const one of reportLines(reported, group)) yield line(cells(reported, words, one))
  const { verifyReport } = words
  const beforeReasons = columns.indexOf(verifyReport.column.reasons) - 2
  const blanks = Array.from({ length: beforeReasons }, () => '')
  for (const name of reported.said.coming)
    yield line([shown(name), verifyReport.notChecked, ...blanks, verifyReport.coming])
  for (const { name, code, facts } of reported.said.leftOut) {
    yield line([shown(name), verifyReport.notChecked, ...blanks, verifyReport.leftOut[code](facts)])
  }
  const more = reported.said.leftOutMore
  if (more > 0) yield line([verifyReport.leftOutMore({ n: more }), verifyReport.notChecked])
  return undefined
}

function heading({ verifyReport: { column, mark } }: Words): readonly string[] {
  return [
    column.input,
    column.verdict,
    column.kind,
    column.person,
    column.badge,
    column.issuer,
    column.issuerId,
    column.validFrom,
    column.validUntil,
    ...markNames.map(name => mark[name]),
    ...markNames.map(name => column.age({ mark: mark[name] })),
    column.reasons,
    column.keys,
    column.asOf,
    column.sha256,
    column.checkedAt,
    column.trustList,
    column.knowledge,
    column.version,
    column.decision,
    column.decisionReason,
    column.decidedBy,
    column.decidedUntil,
    column.reportedBy,
  ]
}

function cells(
  { decidedOf, by }: Reported,
  words: Words,
  { row, summary, whole }: ReportLine,
): readonly string[] {
  const { verifyReport } = words
  const name = shown(row.name)
  if (summary === undefined || whole === undefined)
    return [name, row.state === 'waiting' ? verifyReport.waiting : verifyReport.notChecked]
  const { verified } = whole
  const { says, marks } = verified
  const { decided } = settlingOf(summary.causes, decidedOf)
  const age = (mark: MarkName) => {
    const { ageMs } = marks[mark]
    return ageMs === undefined ? '' : String(Math.floor(ageMs / dayMs))
  }
  return [
    name,
    verifyReport.verdict[summary.standing],
    kindSaid(verifyReport.kindNamed, verified),
    shown(says.recipient ?? ''),
    shown(says.title ?? ''),
    summary.issuer.isKnown || says.issuer === undefined
      ? shown(says.issuer ?? '')
      : shown(verifyReport.callsItself({ name: says.issuer })),
    shown(says.issuerId ?? ''),
    shown(says.validFrom ?? ''),
    shown(says.validUntil ?? ''),
    ...markNames.map(mark => verifyReport.outcome[marks[mark].outcome]),
    ...markNames.map(age),
    reasonsSaid(words, summary, whole).join('\n'),
    whole.keys.map(shown).join('\n'),
    whole.asOf === undefined ? '' : new Date(whole.asOf).toISOString(),
    verified.sha256,
    new Date(verified.checkedAt).toISOString(),
    shown(whole.knowledge.name),
    whole.knowledge.digest,
    verifierVersion,
    decided === undefined ? '' : verifyReport.choice[decided.choice],
    decided?.reason ?? '',
    decided?.by ?? '',
    decided === undefined ? '' : localDay(decided.until),
    by,
  ]
}

/** The calendar day of an instant, where this computer is: the day that was chosen. */
function localDay(atMs: number): string {
  const at = new Date(atMs)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
