import type { Say } from '../say.ts'

const upToTwelve = [
  ...['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
  ...['Ten', 'Eleven', 'Twelve'],
]

/** Today: what needs me, what I wait for, what fits in ten minutes. */
export const today = (say: Say) => ({
  title: (f: { day: string }) => say.longDay(f.day),
  needs: (f: { n: number }) =>
    f.n === 0
      ? 'Nothing needs you.'
      : say.count(f.n, {
          one: 'One thing needs you.',
          other: `${upToTwelve[f.n] ?? say.number(f.n)} things need you.`,
        }),
  nextAnswer: (f: { day: string }) => `Your next answer is due by ${say.longDay(f.day)}.`,
  nextDate: (f: { day: string }) => `Next date: ${say.day(f.day)}.`,
  groups: {
    needs: 'Needs you',
    away: 'On its way',
    minutes: 'If you have ten minutes',
    since: (f: { day: string }) => `Since ${say.longDay(f.day)}`,
  },
  day: { today: 'Today', anyTime: 'Any time' },
  minutes: (f: { n: number }) => `${say.number(f.n)} min`,
  more: (f: { n: number }) => `${say.number(f.n)} more this month`,
  fewer: 'Only the first 7',
  putAway: 'Put away',
  putAwaySheet: {
    title: (f: { n: number }) =>
      say.count(f.n, {
        one: 'Put 1 word away for good?',
        other: `Put ${say.number(f.n)} words away for good?`,
      }),
    why: 'The record did not take them; they stand here and nowhere else.',
    copy: 'Copy the words',
    copied: 'Copied',
    copyFailed: 'This browser does not let us copy. Mark the words and copy them by hand.',
    go: 'Put them away',
    keep: 'Keep them here',
  },
  snooze: 'Not today',
  snoozed: (f: { n: number }) =>
    say.count(f.n, {
      one: 'One line comes back tomorrow.',
      other: `${say.number(f.n)} lines come back tomorrow.`,
    }),
  snoozedBack: 'Show now',
  line: {
    refused: {
      what: {
        send: 'The district did not take your claim',
        finish: 'The district did not take your reading',
        claim: 'The district did not take a change to a claim',
        review: 'The district did not take a change to a reading',
        badge: 'The district did not take what you did with a badge',
        evidence: 'The district did not take a change to evidence',
        plan: 'The district did not take a change to your plan',
        other: 'The district did not take a change',
      },
      why: (f: { said: string; next: string }) => `${f.said} ${f.next}`,
      action: 'Open it',
      lost: {
        what: (f: { title: string }) => `You began “${f.title}” on two computers`,
        why: (f: { words: number; pieces: number }) =>
          `The district took the other one first. Not in it yet, from this computer: ${say.list([
            ...(f.words === 0
              ? []
              : [say.count(f.words, { one: '1 word', other: `${say.number(f.words)} words` })]),
            ...(f.pieces === 0
              ? []
              : [
                  say.count(f.pieces, {
                    one: '1 piece of evidence',
                    other: `${say.number(f.pieces)} pieces of evidence`,
                  }),
                ]),
          ])}.`,
        closed: 'That claim can’t take it now: copy the words before you put them away.',
        bring: 'Move it into that claim',
        action: 'Open that claim',
      },
    },
    twoVersions: {
      what: (f: { title: string }) => `Choose between two versions of “${f.title}”`,
      why: 'Two computers wrote it at once. Both are kept.',
      action: 'Choose',
    },
    cameBack: {
      what: (f: { title: string }) => `Mend “${f.title}” and send it again`,
      why: (f: { n: number }) =>
        say.count(f.n, {
          one: 'It came back, not judged: 1 thing to fix.',
          other: `It came back, not judged: ${say.number(f.n)} things to fix.`,
        }),
      action: 'See what',
    },
    notYet: {
      what: (f: { title: string; parts: readonly string[] }) =>
        f.parts.length === 0
          ? `Go on with “${f.title}”`
          : `Redo ${say.list(f.parts.map(part => `“${part}”`))} of ${f.title}`,
      why: (f: { stand: readonly string[]; reader: string }) => {
        const stands =
          f.stand.length === 0
            ? ''
            : `${say.list(f.stand)} ${f.stand.length === 1 ? 'stands' : 'stand'}. `
        return `${stands}${f.reader === '' ? 'The coach' : f.reader} says what to show next.`
      },
      action: 'Open it',
    },
    ready: {
      what: (f: { title: string }) => `Send “${f.title}”`,
      why: 'Nothing is left to fix.',
      action: 'Look it over',
    },
    writing: {
      what: (f: { title: string }) => `Go on with “${f.title}”`,
      why: (f: { first: string; n: number }) =>
        f.n === 1
          ? `The last thing: ${f.first}.`
          : `${say.number(f.n)} to fix. The first: ${f.first}.`,
      action: 'Go there',
    },
    reading: {
      what: (f: { title: string }) => `Finish reading “${f.title}”`,
      why: (f: { owner: string }) =>
        f.owner === '' ? 'You have begun; your notes are kept.' : `By ${f.owner}. You have begun.`,
      action: 'Go on reading',
    },
    pool: {
      what: (f: { n: number; title: string }) =>
        f.n === 1
          ? `Read “${f.title}”`
          : `Read the next of ${say.number(f.n)} claims: “${f.title}”`,
      why: 'It waits for a coach; the answer is promised by this day.',
      action: 'Review next',
    },
    toIssue: {
      what: (f: { n: number; title: string }) =>
        f.n === 1 ? `Approve the badge “${f.title}”` : `Approve ${say.number(f.n)} badges`,
      why: (f: { n: number; title: string }) =>
        f.n === 1
          ? 'A coach found it earned.'
          : `Coaches found them earned. “${f.title}” waits longest.`,
      action: 'See them',
    },
    secondOfficer: {
      what: (f: { n: number }) =>
        say.count(f.n, {
          one: 'Confirm or decline: revoke 1 badge',
          other: `Confirm or decline: revoke ${say.number(f.n)} badges`,
        }),
      why: (f: { by: string }) => `${f.by} asked for it; it takes a second officer.`,
      action: 'See it',
    },
    keyChange: {
      what: {
        rotate: 'Agree or decline: sign badges with a new key',
        compromise: 'Agree or decline: give up a key that somebody else may have',
        replace: 'Agree or decline: a new key',
      },
      why: (f: { by: string }) => `${f.by} asked for it; it takes a second person.`,
      action: 'See it',
    },
    roleRequest: {
      what: (f: { name: string }) => `Agree or decline: a role for ${f.name}`,
      why: (f: { by: string }) => `${f.by} asked for it; a role like this takes two.`,
      action: 'See it',
    },
    roleAlone: {
      what: (f: { name: string }) => `Look at a role that ${f.name} was given`,
      why: (f: { by: string }) => `${f.by} gave it while there was nobody else to ask.`,
      action: 'See it',
    },
    erasure: {
      what: (f: { title: string }) => `Agree, or call it off: erase the record of ${f.title}`,
      why: (f: { by: string }) => `${f.by} asked for it; it takes a second person.`,
      action: 'See it',
    },
    keyAlone: {
      what: 'The district’s keys were changed without a second person',
      why: (f: { at: number; why: string }) =>
        `${say.dayAt(f.at)}, by whoever runs the server: “${f.why}” Ask them what happened.`,
      action: 'See it',
    },
    activity: {
      what: (f: { title: string }) => f.title,
      why: (f: { goal: string }) => `For “${f.goal}”.`,
      action: 'Open goal',
    },
    onItsWay: {
      what: (f: { title: string; day: string }) => `${f.title}: answer by ${say.longDay(f.day)}`,
      checked: (f: { title: string; day: string }) =>
        `${f.title}: checked for completeness by ${say.longDay(f.day)}`,
      network: (f: { title: string }) => `${f.title}: goes when there is a network`,
      office: (f: { title: string }) => `${f.title}: earned`,
      late: (f: { days: number; day: string }) =>
        `${say.count(f.days, { one: 'One working day late', other: `${upToTwelve[f.days] ?? say.number(f.days)} working days late` })}; it was promised for ${say.day(f.day)}.`,
      networkWhy: 'The dates start when it reaches the district.',
      action: 'Open',
    },
    unsure: {
      what: (f: { title: string }) => `Say who can be seen or heard in “${f.title}”`,
      why: (f: { keptAt: number }) =>
        `Kept on ${say.dayAt(f.keptAt)}. It stays on this computer until you do.`,
      action: 'Answer',
    },
    untied: {
      what: (f: { title: string }) => `Tie “${f.title}” to a competency`,
      why: 'Then its levels show where you are and where you aim.',
      action: 'Choose one',
    },
    firstGoal: {
      what: 'Write down one thing you want to get better at',
      why: 'For example: “Wait four seconds after each question.” For learning, not for evaluation.',
      action: 'Write a goal',
    },
    firstClaim: {
      what: 'Read one micro-credential',
      why: 'What it asks for, how it is judged, how long it takes. Reading promises nothing.',
      action: 'Choose one',
    },
    computerWaits: {
      what: 'Say whether a new computer is yours',
      why: (f: { until: number }) =>
        `An administrator’s code let it in as you. Until you say yes, or until ${say.dayAt(f.until)}, ${say.time(f.until)}, it is shown nothing that is yours alone.`,
      action: 'Answer',
    },
    computerAdded: {
      what: 'A new computer was added to your record',
      why: (f: { at: number }) =>
        `${say.dayAt(f.at)}, ${say.time(f.at)}. If it is not yours, end its access and tell your administrator.`,
      action: 'See it',
    },
    passwordSet: {
      what: 'A password was set for you',
      why: (f: { at: number; computer: string }) =>
        `${say.dayAt(f.at)}, ${say.time(f.at)}${f.computer === '' ? '' : `, from “${f.computer}”`}. If it was not you, remove it, end the access of computers that are not yours, and tell your administrator.`,
      action: 'See it',
    },
    earned: {
      what: (f: { title: string }) => `${f.title}: earned`,
      why: (f: { reader: string }) =>
        f.reader === ''
          ? 'The badge is yours to keep, here and anywhere.'
          : `${f.reader} found every criterion met. The badge is yours to keep, here and anywhere.`,
      action: 'See the badge',
    },
    badgeEnding: {
      what: (f: { title: string }) => `Renew your badge “${f.title}”`,
      why: (f: { at: number }) => `It ends ${say.dayAt(f.at)}. A new claim brings a new badge.`,
      action: 'See how',
    },
    badgeEnded: {
      what: (f: { title: string }) => `${f.title}: the badge ended`,
      why: (f: { at: number }) => `It held until ${say.dayAt(f.at)}. A new claim brings a new one.`,
      action: 'See how',
    },
    setAside: {
      what: (f: { title: string }) => `${f.title}: no badge was approved`,
      why: (f: { reason: string }) =>
        `The office set the claim aside and gave this reason: “${f.reason}”`,
      action: 'See the claim',
    },
    suspended: {
      what: (f: { title: string }) => `${f.title}: the badge is suspended`,
      why: (f: { reason: string }) =>
        `It does not hold for now. The office gave this reason: “${f.reason}”`,
      action: 'See the badge',
    },
    resumed: {
      what: (f: { title: string }) => `${f.title}: the badge holds again`,
      why: (f: { reason: string }) => `The office lifted the suspension: “${f.reason}”`,
      action: 'See the badge',
    },
    corrected: {
      what: (f: { title: string }) => `${f.title}: the badge was issued anew`,
      why: (f: { reason: string }) => `The newer one takes the older one’s place: “${f.reason}”`,
      action: 'See the badge',
    },
    revoked: {
      what: (f: { title: string }) => `${f.title}: the badge was revoked`,
      why: (f: { reason: string }) => `The office gave this reason: “${f.reason}”`,
      action: 'See the badge',
    },
  },
  stations: {
    label: 'How far it got',
    sent: (f: { day: string | undefined }) =>
      f.day === undefined ? 'Not sent yet' : `Sent ${say.day(f.day)}`,
    checked: (f: { day: string | undefined }) =>
      f.day === undefined ? 'Complete' : `Checked by ${say.day(f.day)}`,
    reading: (f: { holder: string | undefined }) =>
      f.holder === undefined || f.holder === '' ? 'Waits for a coach' : `${f.holder} reads`,
    answer: (f: { day: string | undefined }) =>
      f.day === undefined ? 'Answer' : `Answer by ${say.day(f.day)}`,
    earned: (f: { day: string | undefined }) =>
      f.day === undefined ? 'Earned' : `Earned ${say.day(f.day)}`,
    approved: (f: { day: string | undefined }) =>
      f.day === undefined ? 'The credential office approves' : `Approved ${say.day(f.day)}`,
    badge: 'The district signs',
    at: { done: 'done', here: 'now', ahead: 'ahead' },
  },
  comment: {
    title: (f: { reader: string; at: number }) => `${f.reader}, ${say.dayAt(f.at)}`,
    open: (f: { title: string }) => `See it in “${f.title}”`,
  },
})
