import type { LeftOutCode, Standing } from '../../contract/device/verifying.ts'
import type { CauseChoice, MarkName } from '../../core/badge/cause.ts'
import type { Say } from '../say.ts'
import { verify } from './verify.ts'

type Facts = Readonly<Record<string, string | number>>

/** Why something that was handed in to Verify isn't checked. */
export type LeftOutWords = { readonly [C in LeftOutCode]: (facts: Facts) => string }

/** The report of Verify, as a file: a table for spreadsheets and a document for people. */
export const verifyReport = (say: Say) => {
  const { codes, unknownCode, fetch, inPart, many } = verify(say)
  const code = (name: string, facts: Facts): string => {
    const known = Object.entries(codes).find(([one]) => one === name)?.[1]
    return known === undefined ? unknownCode({ code: name }) : known(facts)
  }
  const leftOut: LeftOutWords = {
    zip_damaged: () => 'The zip is damaged here.',
    zip_entries: f =>
      `A zip is read up to ${say.number(Number(f['max']))} files; ${say.number(Number(f['left']))} were left out.`,
    zip_too_large: f => `The zip holds more than ${say.size(Number(f['bytesMax']))}.`,
    zip_ratio: f =>
      `It unpacks to more than ${say.number(Number(f['max']))} times its size, as no badge does.`,
    zip_in_zip: () => 'A zip within a zip is not opened.',
    zip_link: () => 'A link, not a file.',
    zip_encrypted: () => 'It is locked with a password.',
    zip_method: () => 'It is packed in a way that is not read here.',
    too_large: f => `It is larger than ${say.size(Number(f['bytesMax']))}.`,
    file_empty: () => 'The file is empty.',
    not_an_address: f => `Line ${say.number(Number(f['line']))} holds no address.`,
    no_address: () => 'There is no web address in it.',
    batch_full: f =>
      `A list holds at most ${say.number(Number(f['max']))}; ${say.number(Number(f['left'] ?? 1))} of it were left out.`,
    kept_full: f =>
      `What is kept for all lists reached ${say.size(Number(f['bytesMax']))}; it was left out.`,
    no_room: () => 'There was no room for it on the computer.',
    broken_off: () => 'It ended before all of it was here.',
    stopped: f => `It was stopped here: ${say.number(Number(f['left']))} did not come in.`,
    folder_unreadable: () => 'The folder could not be read.',
    folder_too_deep: () => 'It lies too many folders deep.',
    folder_too_many: () => 'The folder holds too many files to go through.',
  }
  const standing: Readonly<Record<Standing, (n: number) => string>> = {
    fails: n => `Do not hold: ${say.number(n)}`,
    unknown: n => `Something unknown: ${say.number(n)}`,
    unread: n => `Could not be read: ${say.number(n)}`,
    apart: n => `Not badges, not counted as holding: ${say.number(n)}`,
    holds: n => `Hold: ${say.number(n)}`,
  }
  const verdict: Readonly<Record<Standing, string>> = {
    fails: 'does not hold',
    unknown: 'unknown',
    unread: 'not read',
    apart: 'not a badge',
    holds: 'holds',
  }
  const mark: Readonly<Record<MarkName, string>> = {
    signature: 'Signed',
    status: 'Status',
    dates: 'Dates',
    trust: 'Trust',
  }
  const choice: Readonly<Record<CauseChoice, string>> = {
    accepted: 'Accepted as it is',
    asking: 'The issuer is asked',
    left: 'Left as it is',
  }
  return {
    language: 'en',
    titleOf: (f: { name: string }) =>
      f.name === '' ? 'Verification report' : `Verification report: ${f.name}`,
    /** Names of files; plain letters, so that every system takes them. */
    fileName: 'verification-report',
    sum: (f: { all: number; waiting: number }) => {
      const checked = say.count(f.all, {
        one: '1 was handed in.',
        other: `${say.number(f.all)} were handed in.`,
      })
      if (f.waiting === 0) return checked
      const open = say.count(f.waiting, {
        one: '1 of them is not checked.',
        other: `${say.number(f.waiting)} of them are not checked.`,
      })
      return `${checked} ${open}`
    },
    standing,
    verdict,
    notChecked: 'not checked',
    mark,
    outcome: { pass: 'yes', fail: 'no', unknown: 'unknown' },
    aged: (f: { said: string; ageMs: number }) => `${f.said}, ${say.age(f.ageMs)} old`,
    code,
    fetch,
    inPart,
    leftOut,
    leftOutTitle: (f: { n: number }) => `Left out, not checked: ${say.number(f.n)}`,
    coming: 'Still on its way when this was saved: what is in it is not listed here.',
    leftOutMore: (f: { n: number }) => `${say.number(f.n)} more were left out.`,
    of: (f: { issuer: string; host: string }) =>
      f.host === '' ? f.issuer : `${f.issuer} (${f.host})`,
    nobody: 'no issuer named',
    choice,
    decided: (f: { choice: string; until: number; by: string; at: number; reason: string }) =>
      `${f.choice} until ${say.dayAt(f.until)}. Decided by ${f.by} on ${say.dayAt(f.at)}: ${f.reason}`,
    decisionNote: 'A decision stands beside the verdict and does not change it.',
    madeBy: (f: { by: string; at: number }) =>
      f.by === ''
        ? `Made on ${say.dayAt(f.at)}, ${say.time(f.at)}.`
        : `Made by ${f.by} on ${say.dayAt(f.at)}, ${say.time(f.at)}.`,
    restsOn: (f: {
      name: string
      issuers: number
      lists: number
      asOf: number | undefined
      count: number
      from: number
      until: number
    }) => {
      const span = (from: string, until: string) => (from === until ? from : `${from} to ${until}`)
      const when =
        say.dayAt(f.from) === say.dayAt(f.until)
          ? `${say.dayAt(f.from)}, ${span(say.time(f.from), say.time(f.until))}`
          : span(say.dayAt(f.from), say.dayAt(f.until))
      const known =
        f.asOf === undefined
          ? 'without a trust list'
          : `with the trust list “${f.name}”: ${say.count(f.issuers, { one: '1 issuer', other: `${say.number(f.issuers)} issuers` })}, ${say.count(f.lists, { one: '1 status list', other: `${say.number(f.lists)} status lists` })}, the oldest knowledge of ${say.dayAt(f.asOf)}`
      return `${say.count(f.count, { one: '1 was checked', other: `${say.number(f.count)} were checked` })} ${known} (${when}).`
    },
    older: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 was checked with older knowledge than this computer had when the report was made.',
        other: `${say.number(f.n)} were checked with older knowledge than this computer had when the report was made.`,
      }),
    addresses: (f: { n: number }) =>
      say.count(f.n, {
        one: 'For 1 of them the network was asked, for nothing else.',
        other: `For ${say.number(f.n)} of them the network was asked, for nothing else.`,
      }),
    callsItself: many.callsItself,
    kindNamed: many.kindNamed,
    /** Something inside that does not count: an endorsement. */
    beside: (f: { kind: string; title: string; issuer: string; said: string }) =>
      `${many.part(f)}: ${f.said} ${many.partBeside}`,
    partKind: many.partKind,
    partOther: many.partOther,
    waiting: 'not checked, still waiting',
    goesOn: (f: { name: string }) => `${f.name} (more)`,
    version: (f: { version: string }) => `Checked by open-badges-validator-core ${f.version}.`,
    plainLetters:
      'Letters that this document can’t draw are written in a plain form; the table (CSV) has them as they are.',
    foot: (f: { title: string; at: number }) => `${f.title}. ${say.dayAt(f.at)}, ${say.time(f.at)}`,
    end: (f: { pages: number }) =>
      say.count(f.pages, {
        one: 'End of the report, 1 page.',
        other: `End of the report, ${say.number(f.pages)} pages.`,
      }),
    page: (f: { n: number }) => `Page ${say.number(f.n)}`,
    key: (f: { key: string }) => `Key: ${f.key}`,
    noKey: 'No key',
    column: {
      input: 'Input',
      verdict: 'Verdict',
      kind: 'Kind',
      person: 'Person',
      badge: 'Badge',
      issuer: 'Issuer',
      issuerId: 'Issuer’s id',
      validFrom: 'Valid from',
      validUntil: 'Valid until',
      answers: 'Answers',
      age: (f: { mark: string }) => `${f.mark}: age in days`,
      reasons: 'Reasons',
      keys: 'Keys',
      asOf: 'Known as of',
      sha256: 'SHA-256',
      checkedAt: 'Checked at',
      trustList: 'Trust list',
      knowledge: 'Fingerprint of what was known',
      version: 'Version',
      decision: 'Decision',
      decisionReason: 'Reason of the decision',
      decidedBy: 'Decided by',
      decidedUntil: 'Decided until',
      reportedBy: 'Report by',
    },
  }
}
