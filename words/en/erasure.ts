import type { ErasureGround, ErasurePlan } from '../../core/erasure/record.ts'
import type { Say } from '../say.ts'

/** What of a record goes and what stays, and the sentences round two people's decision about it. */
export const erasure = (say: Say) => {
  const some = (n: number, one: string, other: string) =>
    say.count(n, { one: `1 ${one}`, other: `${say.number(n)} ${other}` })
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((all, n) => all + n, 0)
  const claimStates: Readonly<Record<string, string>> = {
    draft: 'being written',
    submitted: 'sent',
    incomplete: 'back with them',
    in_review: 'in review',
    not_yet: 'not yet',
    earned: 'earned',
    withdrawn: 'withdrawn',
  }
  const ground: Readonly<Record<ErasureGround, string>> = {
    wish: 'They ask for it',
    left: 'They left, and the time for keeping it is over',
    schedule: 'The district’s schedule says so',
    mistake: 'They were entered by mistake',
  }
  return {
    title: (f: { name: string }) => `Erase the record of ${f.name}`,
    someone: 'someone who is no longer in the list',
    press: 'Erase',
    of: (f: { name: string }) => `Erase the record of ${f.name}`,
    lead: 'Two people decide this, and it is done seven days later. Until then either of you, or anybody else of the administration or the credential office, can call it off. Afterwards nobody can bring it back.',
    own: 'This is your own record. Somebody else of the administration or the credential office begins it.',
    notYours:
      'Erasing a record is for administrators and the credential office of the whole district.',
    role: 'This person still holds a role: others depend on what they do. Take their roles away first, all but educator.',
    back: 'People and access',
    ground: 'Why',
    grounds: ground,
    begin: 'Count what there is',
    counting: 'The district is counting',
    sent: 'Sent to the district. What it says shows here.',
    planTitle: 'What there is',
    planAt: (f: { at: number }) => `Counted on ${say.dayAt(f.at)}, ${say.time(f.at)}.`,
    goes: 'This goes',
    stays: 'This stays',
    plan: (plan: ErasurePlan): readonly string[] => [
      `${some(plan.goals - plan.goalsPublished, 'goal', 'goals')}, ${some(plan.activities, 'activity', 'activities')}, ${some(plan.checkIns, 'check-in', 'check-ins')}`,
      `${some(plan.evidence, 'piece of evidence', 'pieces of evidence')}; ${some(plan.files, 'file', 'files')}, ${say.size(plan.bytes)}`,
      sum(plan.claims) === 0
        ? 'No claims'
        : `${some(sum(plan.claims), 'claim', 'claims')}: ${say.list(
            Object.entries(claimStates).flatMap(([state, said]) => {
              const n = new Map(Object.entries(plan.claims)).get(state)
              return n === undefined ? [] : [`${say.number(n)} ${said}`]
            }),
          )}`,
      ...(plan.readingsOpen === 0
        ? []
        : [
            some(
              plan.readingsOpen,
              'reading that is not finished',
              'readings that are not finished',
            ),
          ]),
      ...(sum(plan.badges) === 0
        ? []
        : [
            `The files of ${some(sum(plan.badges), 'badge', 'badges')}, which name them, and the pages of these badges`,
          ]),
      `Name, sign-in, codes; ${some(plan.computers, 'computer of theirs lets', 'computers of theirs let')} go of it too`,
    ],
    kept: (plan: ErasurePlan): readonly string[] => [
      ...(sum(plan.badges) === 0
        ? []
        : [
            `The place of ${some(sum(plan.badges), 'badge', 'badges')} in the status list, without a name: a badge file that they took with them can still be checked, and one that was revoked stays so.`,
          ]),
      ...(plan.readings === 0
        ? []
        : [
            `${some(plan.readings, 'finished reading', 'finished readings')} of coaches, without a word of it: only how it judged, for agreement and pace.`,
          ]),
      ...(plan.goalsPublished === 0
        ? []
        : [
            `${some(plan.goalsPublished, 'goal', 'goals')} published for the district, by the title.`,
          ]),
      'The log of decisions, by numbers that name nobody. It stays whole.',
    ],
    takeAway:
      'They are told once you ask, and can take their badges and a copy of everything with them.',
    ask: 'Ask a second person',
    asked: (f: { by: string; at: number; until: number }) =>
      `${f.by} asked for this on ${say.dayAt(f.at)}. Somebody else has until ${say.dayAt(f.until)} to agree.`,
    mine: 'You asked for it, so the yes has to be another person’s.',
    late: (f: { by: string; until: number }) =>
      `${f.by} asked, and nobody agreed by ${say.dayAt(f.until)}. Count again if it is still wanted.`,
    agree: 'Agree: erase it in seven days',
    agreed: (f: { asked: string; agreed: string; due: number }) =>
      `${f.asked} and ${f.agreed} agreed. The district erases it on ${say.dayAt(f.due)}, after ${say.time(f.due)}.`,
    callOff: 'Call it off',
    calledOff: (f: { by: string; at: number }) =>
      `${f.by} called it off on ${say.dayAt(f.at)}. Nothing was erased.`,
    done: (f: { at: number }) =>
      `Erased on ${say.dayAt(f.at)}. Copies of the record that were made before still hold it: whoever keeps them destroys them within 35 days.`,
    hold: {
      title: 'Legal hold',
      inForce: (f: { by: string; at: number }) =>
        `${f.by} put a legal hold on this record on ${say.dayAt(f.at)}. Nothing of it is erased until it is lifted. What the person deletes meanwhile goes from their computers and is withheld in the district; nobody tells them. A file that never came to the district can’t be withheld there.`,
      lift: 'Lift the hold',
      none: 'While a legal hold is on it, nothing of this record is erased, whatever was agreed.',
      reason: 'Reason, and where it is written',
      reasonMissing: 'Write the reason first.',
      put: 'Put a legal hold',
    },
    list: 'Records to be erased',
    listLead: 'Each takes two people and seven days.',
    open: 'Look at it',
    openOf: (f: { name: string }) => `Look at it: ${f.name}`,
    state: {
      counting: 'The district is counting.',
      counted: 'Counted. Nobody was asked yet.',
      erased: (f: { at: number }) => `Erased on ${say.dayAt(f.at)}.`,
    },
    yours: {
      asked: (f: { by: string }) =>
        `${f.by} asked for your record in this district to be erased. Nothing goes before a second person agrees and seven more days have passed.`,
      agreed: (f: { asked: string; agreed: string; due: number }) =>
        `${f.asked} and ${f.agreed} agreed to erase your record in this district. It is done on ${say.dayAt(f.due)}; your computers let go of it too.`,
      agreedNext:
        'Take your badges and a copy of your data with you before. If it is a mistake, tell one of them: they can call it off.',
      askedNext: 'If it is a mistake, tell them: they can call it off.',
      erased: (f: { at: number }) =>
        `Your record in this district was erased on ${say.dayAt(f.at)}. What this computer held of it is gone too.`,
      erasedNext: 'Badges that you took with you can still be checked by anybody.',
      badges: 'Your badges',
      copy: 'Where your data is',
    },
  }
}
