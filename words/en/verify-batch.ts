import type { LeftOutCode } from '../../contract/device/verifying.ts'
import type { KindWords } from '../kind-said.ts'
import type { Say } from '../say.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

type Facts = Readonly<Record<string, string | number>>
type LeftOutWords = { readonly [C in LeftOutCode]: (facts: Facts) => string }

/** Many badges at once: handing them in, groups by cause, deciding, the report. */
export const verifyBatch = (say: Say) => {
  const bytesIn = (f: Facts, name: string) => say.size(Number(f[name] ?? 0))
  const numberIn = (f: Facts, name: string) => say.number(Number(f[name] ?? 0))
  const took = (ms: number) => {
    if (ms < 1_000) return 'under a second'
    const seconds = Math.round(ms / 1_000)
    return seconds < 120
      ? say.count(seconds, { one: '1 second', other: `${say.number(seconds)} seconds` })
      : `${say.number(Math.round(seconds / 60))} minutes`
  }
  const ageShort = (ms: number) => {
    if (ms < hourMs) return `${say.number(Math.max(1, Math.round(ms / minuteMs)))} min`
    if (ms < dayMs) return `${say.number(Math.round(ms / hourMs))} h`
    return `${say.number(Math.round(ms / dayMs))} d`
  }
  const decideSaid = (n: number) =>
    n === 1 ? 'Decide' : n === 2 ? 'Decide for both' : `Decide for all ${say.number(n)}`
  const leftOut: LeftOutWords = {
    zip_damaged: () => 'The zip does not open, or is damaged here.',
    zip_entries: f =>
      `The zip holds more than ${numberIn(f, 'max')} files; ${numberIn(f, 'left')} were left out.`,
    zip_too_large: f => `It is, or holds, more than ${bytesIn(f, 'bytesMax')}.`,
    zip_ratio: () => 'It unpacks to far more than it is; it was not opened.',
    zip_in_zip: () => 'A zip in a zip. Unpack it and drop what is inside.',
    zip_link: () => 'It only points somewhere else.',
    zip_encrypted: () =>
      'It is locked with a password. Unpack it yourself and drop what is inside.',
    zip_method: () => 'It is packed in a way that is not known here.',
    too_large: f => `It is larger than ${bytesIn(f, 'bytesMax')}; no badge is.`,
    file_empty: () => 'There is nothing in it (0 bytes).',
    not_an_address: f => `Line ${numberIn(f, 'line')} is no web address.`,
    no_address: () => 'There is no web address in it; one begins with https://.',
    batch_full: f =>
      `One list holds at most ${numberIn(f, 'max')}; ${numberIn(f, 'left')} of it left out. Drop the rest as another one.`,
    kept_full: f =>
      `All lists together hold at most ${bytesIn(f, 'bytesMax')} on this computer. Forget an older one, then drop this again.`,
    no_room: f =>
      `There is no room for it: ${bytesIn(f, 'freeBytes')} free. Make room, then drop it again.`,
    broken_off: () => 'It ended before all of it was here. Drop it again to check the rest.',
    stopped: f =>
      `You stopped here: ${numberIn(f, 'left')} did not come in. Drop them again to check them too.`,
    folder_unreadable: () => 'This folder could not be read; nothing in it is checked.',
    folder_too_deep: () => 'It lies too many folders deep. Drop that folder by itself.',
    folder_too_many: () => 'It holds too many files to go through. Drop parts of it.',
  }
  return {
    addTitle: 'Add badges',
    close: 'Close',
    folder: 'Choose a folder',
    earlier: 'Checked earlier',
    earlierKept: (f: { n: number }) =>
      `Lists stay until you forget them. Of single badges the last ${say.number(f.n)} stay.`,
    begunAnew: {
      damaged: 'What was checked here before could not be read and is gone.',
      newer: 'What was checked here before was kept by a newer Meritfolio and is gone.',
    },
    begunAnewNext: 'Your decisions are kept. The badges can be checked again.',
    coming: (f: { name: string }) => `Still coming: ${f.name}`,
    againGroup: (f: { n: number }) =>
      f.n === 2 ? 'Check both again' : `Check all ${say.number(f.n)} of this cause again`,
    againAll: (f: { n: number }) => `Check all ${say.number(f.n)} again`,
    /** Fetching what a badge points to: only when somebody says so. */
    askNetwork: 'Ask the network',
    askNetworkAll: (f: { n: number }) =>
      f.n === 2
        ? 'Ask the network for both'
        : `Ask the network for all ${say.number(f.n)} of this cause`,
    askNetworkWhy:
      'What is missing may lie on the network. Whoever keeps it there sees that somebody asks for it.',
    askedNetwork: 'The network was asked:',
    askedInVain: (f: { host: string; said: string }) => `${f.host}: ${f.said}`,
    againSpoken: 'Being checked again.',
    earlierLine: (f: { at: number; sum: string }) => `${say.dayAt(f.at)}. ${f.sum}`,
    nameless: (f: { at: number }) => `Badges of ${say.dayAt(f.at)}, ${say.time(f.at)}`,
    another: 'Another list',
    rename: 'Rename',
    renameTitle: 'Name this list',
    renameLabel: 'Name',
    renameDo: 'Keep the name',
    forget: 'Forget this list',
    forgetTitle: 'Forget this list',
    forgetWhy: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 answer goes from this computer. Your decisions stay, and the badge can be checked again.',
        other: `${say.number(f.n)} answers go from this computer. Your decisions stay, and the badges can be checked again.`,
      }),
    forgetDo: 'Forget it',
    forgetNot: 'Keep it',
    save: 'Save report',
    saveCsv: 'Save as CSV',
    saved: (f: { name: string }) => `Saved as ${f.name}.`,
    fileName: (f: { name: string }) => `report ${f.name}`,
    handing: (f: { done: number; all: number }) =>
      `Taking in ${say.number(f.done)} of ${say.number(f.all)} files`,
    checking: (f: { done: number; all: number }) =>
      `Checking ${say.number(f.done)} of ${say.number(f.all)}`,
    stop: 'Stop here',
    stopped: (f: { n: number }) =>
      say.count(f.n, {
        one: 'Stopped. 1 was not checked.',
        other: `Stopped. ${say.number(f.n)} were not checked.`,
      }),
    goOn: 'Go on',
    /** The beginning of the sentence; what holds and what does not follows. */
    checked: (f: { all: number; badges: boolean; tookMs: number }) => {
      const n = say.count(f.all, {
        one: f.badges ? '1 badge' : '1 file',
        other: `${say.number(f.all)} ${f.badges ? 'badges' : 'files'}`,
      })
      return `${n} checked here in ${took(f.tookMs)}`
    },
    share: {
      holds: (f: { n: number }) =>
        say.count(f.n, { one: '1 holds', other: `${say.number(f.n)} hold` }),
      unknown: (f: { n: number }) =>
        say.count(f.n, {
          one: '1 has something unknown',
          other: `${say.number(f.n)} have something unknown`,
        }),
      fails: (f: { n: number }) =>
        say.count(f.n, { one: '1 does not hold', other: `${say.number(f.n)} do not hold` }),
      unread: (f: { n: number }) =>
        say.count(f.n, {
          one: '1 could not be read',
          other: `${say.number(f.n)} could not be read`,
        }),
      apart: (f: { n: number }) =>
        say.count(f.n, { one: '1 is no badge', other: `${say.number(f.n)} are no badges` }),
    },
    open: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 needs a look.',
        other: `${say.number(f.n)} need a look.`,
      }),
    openNone: 'Nothing is left to look at.',
    onlyOpen: 'Only what needs a look',
    standing: {
      fails: (f: { n: number }) => `Do not hold, ${say.number(f.n)}`,
      unknown: (f: { n: number }) => `Something unknown, ${say.number(f.n)}`,
      unread: (f: { n: number }) => `Could not be read, ${say.number(f.n)}`,
      apart: (f: { n: number }) => `No badges, listed apart, ${say.number(f.n)}`,
      holds: (f: { n: number }) => `Hold, ${say.number(f.n)}`,
    },
    verdict: {
      fails: 'It does not hold.',
      unknown: 'Something about it is unknown.',
      unread: 'It could not be read.',
      apart: 'It is no badge.',
      holds: 'It holds.',
    },
    cause: (f: { cause: string; n: number }) => `${f.cause}, ${say.number(f.n)}`,
    causes: (f: { cause: string; n: number }) =>
      `${say.number(f.n)} ${f.cause.toLocaleLowerCase('en-US')}`,
    span: (f: { from: number; until: number }) => `${say.dayAt(f.from)} to ${say.dayAt(f.until)}.`,
    expiredOn: (f: { at: number }) => `Expired ${say.dayAt(f.at)}`,
    listAge: (f: { ageMs: number }) => `List is ${say.age(f.ageMs)} old`,
    ageShort: (f: { ageMs: number }) => ageShort(f.ageMs),
    detail: {
      list: (f: { at: number }) => `list of ${say.dayAt(f.at)}`,
      stranger: 'signature holds; nobody you trust vouches for the issuer',
      unproven: 'nobody you trust vouches for the issuer',
      /** What else isn't known, beside what stands first. */
      also: (f: { marks: string }) => `not known either: ${f.marks}`,
      mark: { signature: 'signature', dates: 'dates', status: 'status', trust: 'issuer' },
    },
    apart: {
      clr: 'A learner record',
      endorsement: 'An endorsement',
      presentation: 'A presentation',
      'status-list': 'A status list',
      credential: 'Another credential',
      'badge-class': 'A description of a badge, given to nobody',
      profile: 'A profile of an issuer',
    },
    /** What it was found to be, for people who know the standards. */
    kindNamed: {
      badge: f => `Open Badges ${f.version} ${Number(f.version) < 3 ? 'assertion' : 'credential'}`,
      endorsement: f => `Open Badges ${f.version} endorsement`,
      clr: f => `Comprehensive Learner Record ${f.version}`,
      credential: () => 'Verifiable credential, not a badge',
      presentation: () => 'Verifiable presentation',
      'status-list': () => 'Status list credential',
      profile: f => `Open Badges ${f.version} issuer profile`,
      'badge-class': f => `Open Badges ${f.version} badge class`,
      none: () => 'Not a badge',
    } satisfies KindWords,
    apartOther: 'Something else',
    apartWhy:
      'It was read and its signature looked at, but it is no badge: it never counts as one.',
    rows: (f: { from: number; to: number; all: number }) =>
      `${say.number(f.from)} to ${say.number(f.to)} of ${say.number(f.all)}`,
    more: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 more with the same cause',
        other: `${say.number(f.n)} more with the same cause`,
      }),
    moreHold: (f: { n: number }) =>
      say.count(f.n, { one: '1 more that holds', other: `${say.number(f.n)} more that hold` }),
    fewer: 'Show fewer',
    nextPage: 'Next rows',
    pageBefore: 'Rows before',
    moreGroups: (f: { n: number }) =>
      say.count(f.n, { one: '1 more cause', other: `${say.number(f.n)} more causes` }),
    waitingRow: 'Waits to be checked',
    stoppedRow: 'Not checked',
    pastedName: 'Pasted text',
    keysNext: 'Next to look at',
    keysWhy: 'Why',
    keysSettle: 'Settle',
    keysAgain: 'Check again',
    decide: (f: { n: number }) => decideSaid(f.n),
    /** Begins with what the button says, so that it can be called by voice. */
    decideLabel: (f: { cause: string; issuer: string; n: number }) =>
      `${decideSaid(f.n)}: ${f.cause}${f.issuer === '' ? '' : `, ${f.issuer}`}`,
    decideHead: (f: { n: number }) =>
      say.count(f.n, {
        one: 'One decision for this badge',
        other: `One decision for ${say.number(f.n)} badges`,
      }),
    decideWhy:
      'Your reason goes into the report, with your name and the age of what is known. No verdict changes.',
    decideOffice: 'Deciding is the credential office’s.',
    decideSpoken: (f: { n: number }) =>
      say.count(f.n, { one: '1 badge settled.', other: `${say.number(f.n)} badges settled.` }),
    accept: (f: { at: number }) => `Accept until ${say.dayAt(f.at)}`,
    choose: {
      accepted: 'Accept',
      asking: 'Ask the issuer',
      left: 'Leave as it is',
    },
    chooseLegend: 'What you decide',
    notAcceptable:
      'Accepting is offered only where one thing alone is unknown, and the signature holds.',
    reason: 'Reason',
    reasonHint: 'It stands in the report beside each of them.',
    reasonMissing: 'Write a reason: whoever reads the report needs it.',
    until: 'In force until the end of',
    untilHint: 'After that day they ask for a look again. A year at most.',
    untilMissing: 'Choose a day to come, a year from now at most.',
    by: (f: { name: string }) => `Decided by ${f.name}`,
    decideDo: (f: { n: number }) =>
      say.count(f.n, { one: 'Settle this badge', other: `Settle ${say.number(f.n)} badges` }),
    decideNot: 'Not now',
    decided: {
      accepted: (f: { by: string; until: number }) =>
        `Accepted by ${f.by} until ${say.dayAt(f.until)}`,
      asking: (f: { by: string; until: number }) =>
        `The issuer was asked, by ${f.by}; until ${say.dayAt(f.until)}`,
      left: (f: { by: string; until: number }) =>
        `Left as it is by ${f.by} until ${say.dayAt(f.until)}`,
    },
    decidedReason: (f: { reason: string }) => `“${f.reason}”`,
    decidedEnded: (f: { said: string; reason: string }) =>
      `An earlier decision has ended: ${f.said}. “${f.reason}”`,
    decidedAt: (f: { at: number }) => `Decided ${say.dayAt(f.at)}`,
    undo: 'Undo',
    undoLabel: (f: { cause: string }) => `Undo the decision: ${f.cause}`,
    undone: 'The decision is taken back.',
    next: 'What to do',
    step: {
      holder: 'Ask the person for the file once more, as they first got it.',
      distrust: 'Don’t rely on it. Ask the issuer, by an address you know, whether they made it.',
      issuer: 'Ask the issuer: only they can repair it.',
      newer: 'Ask the person whether they have a newer one.',
      known:
        'Ask the network for what is missing, or wait for a newer trust list and check again; or decide for all of them.',
      vouch:
        'Find out by a way you trust who the issuer is; then add a trust list that names them, or decide for all of theirs.',
      person: 'Compare the person with another paper of theirs.',
      version: 'Check it with a newer version of Meritfolio, or ask the issuer.',
      over: 'It no longer counts. The issuer can tell why.',
      later: 'Check it again later; this can change.',
      split: 'Ask for each thing as a file of its own.',
    },
    /** An issuer that nobody here vouches for: any name can be written into a badge. */
    quoted: (f: { name: string }) => `“${f.name}”`,
    callsItself: (f: { name: string }) => `calls itself “${f.name}”`,
    host: (f: { host: string }) => `The issuer’s address: ${f.host}`,
    leftOut,
    leftOutHead: (f: { n: number }) =>
      say.count(f.n, { one: '1 was left out', other: `${say.number(f.n)} were left out` }),
    leftOutMore: (f: { n: number }) => `and ${say.number(f.n)} more`,
    notHandedIn: (f: { more: number }) =>
      f.more === 0 ? '' : `${say.number(f.more)} after it were not tried.`,
    /** What answers rest on, in three sentences: the network, the lists, and whether there is newer knowledge. */
    network: (f: { addresses: number }) =>
      f.addresses === 0
        ? 'No network needed.'
        : say.count(f.addresses, {
            one: 'No network needed, except for 1 that was looked up.',
            other: `No network needed, except for ${say.number(f.addresses)} that were looked up.`,
          }),
    bundle: (f: { from: string; asOf: number; ageMs: number | undefined }) =>
      `Checked with what was trusted here (${f.from}); its oldest part is of ${say.dayAt(f.asOf)}${f.ageMs === undefined ? '' : `, ${say.age(f.ageMs)} before`}.`,
    bundleNone: 'No trust list was here, so no issuer was known.',
    bundleOlder: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 was checked before something newer came; check it again to use that.',
        other: `${say.number(f.n)} were checked before something newer came; check them again to use that.`,
      }),
    inside: 'Inside it',
    partKind: {
      badge: 'Badge',
      clr: 'Learner record',
      endorsement: 'Endorsement',
      newer: 'Newer version',
    },
    partOther: 'Another credential',
    part: (f: { kind: string; title: string; issuer: string }) =>
      `${f.kind}${f.title === '' ? '' : ` “${f.title}”`}${f.issuer === '' ? '' : ` by ${f.issuer}`}`,
    partHolds: 'It holds.',
    partBeside: 'The badge is judged without it.',
    failed: 'Checking stopped by itself.',
    table: 'Badges by cause, what needs a look first',
  }
}
