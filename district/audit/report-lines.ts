import type { CommandWords } from '../../words/shell-words.ts'
import type { AuditFault, AuditReport } from '../../db/district-store/verify-audit.ts'

function sentenceOf(fault: AuditFault, { fault: said }: CommandWords['audit']): string {
  switch (fault.code) {
    case 'missing':
    case 'gap':
    case 'changed':
    case 'head_unsigned':
      return said[fault.code](fault)
    case 'rewritten':
    case 'short':
      return said[fault.code](fault)
    case 'stray':
    case 'lost':
      return said[fault.code](fault)
    case 'record_changed':
    case 'record_unproved':
    case 'record_unknown':
    case 'record_gone':
      return said[fault.code](fault)
  }
}

/** What a person reads who had a log verified: a line for each fault, then what holds. */
export function reportLines(
  report: AuditReport,
  heldCount: number,
  words: CommandWords['audit'],
): readonly string[] {
  const { last, faults, faultsMore, recordsHold, recordsUntold, headsHold } = report
  const verdict =
    faults.length === 0
      ? words.holds({ entries: last.link, seals: headsHold, records: recordsHold })
      : words.holdsNot({ faults: faults.length + faultsMore, entries: last.link })
  const compared = heldCount > 0 ? ` ${words.compared({ n: heldCount })}` : ''
  return [
    ...faults.map(fault => sentenceOf(fault, words)),
    ...(faultsMore > 0 ? [words.more({ n: faultsMore })] : []),
    `${verdict}${compared}`,
    ...(recordsUntold > 0 ? [words.untold({ n: recordsUntold })] : []),
    ...(last.link > 0 ? [words.sealNow({ seal: `${last.link}:${last.hash}` })] : []),
  ]
}
