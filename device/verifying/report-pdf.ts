import type { Group, Standing } from '../../contract/device/verifying.ts'
import { markNames } from '../../core/badge/cause.ts'
import type { Words } from '../../words/words.ts'
import { wordsIn } from '../../words/words.ts'
import { asFile } from './report-csv.ts'
import type { Reported, ReportLine } from './report-lines.ts'
import { reasonsSaid, reportLines, shown } from './report-lines.ts'
import type { ReportPages } from './report-page.ts'
import { beginPages } from './report-page.ts'
import { standings } from './standing.ts'
import { verifierVersion } from './version.ts'

/** The report as a document for people: tagged, with its language and its title. */
export function pdfReport(reported: Reported): Response {
  const words = wordsIn(reported.language, () => reported.at)
  const { verifyReport } = words
  let isWanted = true
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const title = verifyReport.titleOf({ name: shown(reported.said.name) })
      const { language } = verifyReport
      const pages = beginPages(
        { title, language, author: reported.by, at: reported.at },
        n => verifyReport.page({ n }),
        bytes => isWanted && controller.enqueue(bytes),
        () => isWanted && controller.close(),
      )
      writePages(pages, title, reported, words, () => isWanted).catch((error: unknown) => {
        reported.told(error)
        if (isWanted) controller.error(error)
      })
    },
    cancel() {
      isWanted = false
    },
  })
  return asFile(body, 'application/pdf', `${verifyReport.fileName}.pdf`)
}

async function writePages(
  pages: ReportPages,
  title: string,
  reported: Reported,
  words: Words,
  isWanted: () => boolean,
): Promise<void> {
  const { said } = reported
  const { verifyReport, say } = words
  const { counts, bundle } = said
  pages.say('H1', title)
  pages.say('P', verifyReport.sum({ all: counts.all, waiting: counts.waiting + counts.stopped }))
  for (const standing of standings)
    if (counts[standing] > 0) pages.say('P', verifyReport.standing[standing](counts[standing]))
  pages.say('P', verifyReport.madeBy({ by: reported.by, at: reported.at }))
  const asOf = bundle.asOf === undefined ? '' : say.dayAt(bundle.asOf)
  pages.say('P', verifyReport.restsOn({ ...bundle, name: shown(bundle.name), asOf }))
  pages.say('P', verifyReport.version({ version: verifierVersion }))
  pages.say('P', `${verifyReport.decisionNote} ${verifyReport.plainLetters}`)
  for (const group of said.groups) {
    pages.say('H2', headingOf(words, group))
    if (group.decided !== undefined) pages.say('P', decidedSaid(words, group.decided))
    await writeTable(pages, reported, words, group, isWanted)
  }
  const open = counts.waiting + counts.stopped
  if (open > 0) {
    pages.say('H2', `${verifyReport.notChecked}: ${say.number(open)}`)
    await writeTable(pages, reported, words, 'not checked', isWanted)
  }
  writeLeftOut(pages, reported, words)
  pages.end()
}

async function writeTable(
  pages: ReportPages,
  reported: Reported,
  words: Words,
  group: Group | 'not checked',
  isWanted: () => boolean,
): Promise<void> {
  const { column } = words.verifyReport
  const table = pages.table([
    column.input,
    `${column.person}, ${column.badge}`,
    `${column.issuer}, ${column.keys}`,
    `${column.answers}, ${column.reasons}`,
  ])
  for await (const line of reportLines(reported, group)) {
    if (!isWanted()) return
    table.row(cells(words, line))
  }
  table.end()
}

function writeLeftOut(pages: ReportPages, { said }: Reported, words: Words): void {
  const { verifyReport } = words
  if (said.leftOutCount === 0) return
  pages.say('H2', verifyReport.leftOutTitle({ n: said.leftOutCount }))
  for (const { name, code, facts } of said.leftOut)
    pages.say('P', `${shown(name)}: ${verifyReport.leftOut[code](facts)}`)
  const more = said.leftOutCount - said.leftOut.length
  if (more > 0) pages.say('P', verifyReport.leftOutMore({ n: more }))
}

const named: readonly Standing[] = ['fails', 'unknown']

function headingOf(words: Words, group: Group): string {
  const { verifyReport } = words
  const { standing, because, count, issuer, issuerName } = group
  const of = named.includes(standing)
    ? [shown(issuerName ?? (issuer === '' ? verifyReport.nobody : issuer))]
    : []
  const why = because === undefined ? [] : [shown(verifyReport.code(because.code, because.facts))]
  return [verifyReport.standing[standing](count), ...of, ...why].join('. ')
}

const decidedSaid = (words: Words, decided: NonNullable<Group['decided']>): string =>
  words.verifyReport.decided({
    choice: words.verifyReport.choice[decided.choice],
    until: decided.until,
    by: shown(decided.by),
    at: decided.decidedAt,
    reason: shown(decided.reason),
  })

function cells(words: Words, { row, summary, whole }: ReportLine): readonly string[] {
  const { verifyReport } = words
  const name = shown(row.name)
  if (summary === undefined || whole === undefined) return [name, '', '', verifyReport.notChecked]
  const { says, marks } = whole.verified
  const issuer = shown(says.issuer ?? says.issuerId ?? verifyReport.nobody)
  const keys = whole.keys.map(key => verifyReport.key({ key: shown(key) }))
  const answers = markNames.map(mark => {
    const { outcome, ageMs } = marks[mark]
    const said = `${verifyReport.mark[mark]}: ${verifyReport.outcome[outcome]}`
    return ageMs === undefined ? said : verifyReport.aged({ said, ageMs })
  })
  return [
    name,
    [says.recipient, says.title]
      .filter(one => one !== undefined)
      .map(shown)
      .join('\n'),
    [
      verifyReport.of({ issuer, host: summary.issuerHost ?? '' }),
      ...(keys.length === 0 ? [verifyReport.noKey] : keys),
    ].join('\n'),
    [...answers, ...reasonsSaid(words, summary, whole)].join('\n'),
  ]
}
