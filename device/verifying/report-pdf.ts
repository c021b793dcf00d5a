import type { Group, Standing } from '../../contract/device/verifying.ts'
import type { MarkName } from '../../core/badge/cause.ts'
import { fetchSaid } from '../../words/fetch-said.ts'
import type { Words } from '../../words/words.ts'
import { asFile } from './report-csv.ts'
import type { Reported, ReportLine } from './report-lines.ts'
import { issuerSaid, reasonsSaid, reportLines, reportWords, shown } from './report-lines.ts'
import type { ReportPages } from './report-page.ts'
import { beginPages } from './report-page.ts'
import { standings } from './standing.ts'
import { verifierVersion } from './version.ts'

/** The report as a document for people: tagged, with its language and its title. */
export function pdfReport(reported: Reported): Response {
  const words = reportWords(reported.language)
  const { verifyReport } = words
  let isWanted = true
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const title = verifyReport.titleOf({ name: shown(reported.said.name) })
      const { language } = verifyReport
      const pages = beginPages(
        { title, language, author: reported.by, at: reported.at },
        {
          page: n => verifyReport.page({ n }),
          foot: verifyReport.foot({ title, at: reported.at }),
          end: pages => verifyReport.end({ pages }),
          goesOn: name => verifyReport.goesOn({ name }),
        },
        bytes => isWanted && controller.enqueue(bytes),
        () => isWanted && controller.close(),
      )
      writePages(pages, title, reported, words, () => isWanted)
        .catch((error: unknown) => {
          reported.told(error)
          if (isWanted) controller.error(error)
        })
        .finally(() => reported.kept.close())
    },
    cancel() {
      isWanted = false
    },
  })
  return asFile(body, 'application/pdf', `${verifyReport.fileName}.pdf`)
}

const rowsAtOnce = 20

async function writePages(
  pages: ReportPages,
  title: string,
  reported: Reported,
  words: Words,
  isWanted: () => boolean,
): Promise<void> {
  const { said } = reported
  const { verifyReport, say } = words
  const { counts } = said
  pages.say('H1', title)
  pages.say('P', verifyReport.sum({ all: counts.all, waiting: counts.waiting + counts.stopped }))
  for (const standing of standings)
    if (counts[standing] > 0) pages.say('P', verifyReport.standing[standing](counts[standing]))
  pages.say('P', verifyReport.madeBy({ by: reported.by, at: reported.at }))
  for (const rests of said.restsOn.filter(({ count }) => count > 0))
    pages.say('P', verifyReport.restsOn({ ...rests, name: shown(rests.name) }))
  const older = said.restsOn.filter(({ isNow }) => !isNow)
  const olderCount = older.reduce((sum, { count }) => sum + count, 0)
  if (olderCount > 0) pages.say('P', verifyReport.older({ n: olderCount }))
  if (said.addresses > 0) pages.say('P', verifyReport.addresses({ n: said.addresses }))
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
  let count = 0
  for await (const line of reportLines(reported, group)) {
    if (!isWanted()) return
    table.row(cells(words, line))
    count += 1
    // Drawing takes long: others are answered in between.
    if (count % rowsAtOnce === 0) await new Promise(resolve => setImmediate(resolve))
  }
  table.end()
}

function writeLeftOut(pages: ReportPages, { said }: Reported, words: Words): void {
  const { verifyReport } = words
  for (const name of said.coming) pages.say('P', `${shown(name)}: ${verifyReport.coming}`)
  if (said.leftOutCount === 0) return
  pages.say('H2', verifyReport.leftOutTitle({ n: said.leftOutCount }))
  for (const { name, code, facts } of said.leftOut)
    pages.say('P', `${shown(name)}: ${verifyReport.leftOut[code](facts)}`)
  const more = said.leftOutMore
  if (more > 0) pages.say('P', verifyReport.leftOutMore({ n: more }))
}

/** As they stand on the screen. */
const marksInOrder: readonly MarkName[] = ['signature', 'dates', 'status', 'trust']

const named: readonly Standing[] = ['fails', 'unknown']

function headingOf(words: Words, group: Group): string {
  const { verifyReport } = words
  const { standing, because, count, issuer, notFetched } = group
  const whose = issuerSaid(words, issuer)
  const of = named.includes(standing) ? [whose === '' ? verifyReport.nobody : whose] : []
  const code = because === undefined ? '' : shown(verifyReport.code(because.code, because.facts))
  const part = because?.part
  const own = part === undefined ? code : verifyReport.inPart({ part: shown(part), said: code })
  const why = notFetched === undefined ? own : fetchSaid(verifyReport.fetch, notFetched).said
  return [verifyReport.standing[standing](count), ...of, why].filter(text => text !== '').join('. ')
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
  if (summary === undefined || whole === undefined)
    return [name, '', '', row.state === 'waiting' ? verifyReport.waiting : verifyReport.notChecked]
  const { says, marks } = whole.verified
  const { issuer } = summary
  const whose = issuerSaid(words, issuer)
  const keys = whole.keys.map(key => verifyReport.key({ key: shown(key) }))
  const answers = marksInOrder.map(mark => {
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
      whose === ''
        ? verifyReport.nobody
        : verifyReport.of({ issuer: whose, host: issuer.isKnown ? (issuer.host ?? '') : '' }),
      ...(keys.length === 0 ? [verifyReport.noKey] : keys),
    ].join('\n'),
    // Two in a line: a page holds twice as many.
    [
      answers.slice(0, 2).join('; '),
      answers.slice(2).join('; '),
      ...reasonsSaid(words, summary, whole),
    ].join('\n'),
  ]
}
