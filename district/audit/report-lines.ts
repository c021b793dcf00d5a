import type { AuditFault, AuditReport } from '../../db/district-store/verify-audit.ts'

const whose = (isHeld: boolean) => (isHeld ? 'a computer holds' : 'the district signed')

function sentenceOf(fault: AuditFault): string {
  switch (fault.code) {
    case 'missing':
      return `Entry ${fault.link} was removed.`
    case 'gap':
      return `Entry ${fault.link} and its place were removed.`
    case 'changed':
      return `Entry ${fault.link} is not what was written, or stands elsewhere than it was.`
    case 'head_unsigned':
      return `The seal at entry ${fault.link} is not signed by this district.`
    case 'rewritten':
      return `Up to entry ${fault.link} the log is another than ${whose(fault.held)}${fault.held ? restored : ''}.`
    case 'short':
      return `The log ends before entry ${fault.link}, whose seal ${whose(fault.held)}${fault.held ? restored : ''}.`
    case 'stray':
      return `${fault.count} entries stand beside the log: no command wrote them.`
    case 'lost':
      return `${fault.count} entries were removed before they had their place.`
    case 'record_changed':
      return `${fault.key} is not what its last command wrote.`
    case 'record_unproved':
      return `Whether ${fault.key} is what its last command wrote can't be told: the proof was removed.`
    case 'record_unknown':
      return `${fault.key} was written by no command.`
    case 'record_gone':
      return `${fault.key} is gone, and no command removed it.`
  }
}

/** A seal of before a restore goes with nothing that was done since. */
const restored = ' (as after a backup came back)'

const counted = (n: number, one: string, other: string) => (n === 1 ? `1 ${one}` : `${n} ${other}`)

/** What a person reads who had a log verified: a line for each fault, then what holds. */
export function reportLines(report: AuditReport, heldCount: number): readonly string[] {
  const { last, faults, faultsMore, recordsHold, recordsUntold, headsHold } = report
  const more = faultsMore > 0 ? [`And ${counted(faultsMore, 'more record', 'more records')}.`] : []
  const untold =
    recordsUntold > 0
      ? [
          `Of ${counted(recordsUntold, 'record', 'records')} nothing can be said: older than the log's proofs.`,
        ]
      : []
  const seals = counted(headsHold, 'signed seal', 'signed seals')
  const held = heldCount > 0 ? ` Seals from computers: ${heldCount} compared.` : ''
  const verdict =
    faults.length === 0
      ? `The log holds: ${counted(last.link, 'entry', 'entries')}, ${seals} within. ${counted(recordsHold, 'record is', 'records are')} what they were last written.`
      : `The log does not hold: ${counted(faults.length + faultsMore, 'fault', 'faults')} in ${counted(last.link, 'entry', 'entries')}.`
  return [
    ...faults.map(sentenceOf),
    ...more,
    `${verdict}${held}`,
    ...untold,
    ...(last.link > 0 ? [`Its seal now: ${last.link}:${last.hash}`] : []),
  ]
}
