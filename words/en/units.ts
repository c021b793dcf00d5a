import type { Say } from '../say.ts'

/** Schools and teams: who works there, who may do what there, and whose claims somebody sees. */
export const units = (say: Say) => ({
  title: 'Schools and teams',
  lead: 'Who works where decides whose coaches read a claim and whose office issues for it. A role can be given for some of them only.',
  none: 'There are no schools yet. Without any, every role counts in the whole district.',
  people: (f: { n: number }) =>
    say.count(f.n, { one: '1 person', other: `${say.number(f.n)} people` }),
  teamOf: (f: { team: string; school: string }) => `${f.team}, ${f.school}`,
  addSchool: 'Add a school',
  addTeam: 'Add a team',
  addTeamTo: (f: { school: string }) => `Add a team to ${f.school}`,
  rename: 'Rename',
  renameOf: (f: { name: string }) => `Rename ${f.name}`,
  close: 'Close',
  closeOf: (f: { name: string }) => `Close ${f.name}`,
  reopen: 'Open again',
  reopenOf: (f: { name: string }) => `Open again: ${f.name}`,
  closed: 'closed',
  closedHint:
    'Nobody new works there or is given a role there. Who is there stays, and all that was done.',
  closedAbove: 'It was closed by those in charge above you, so only they open it again.',
  showPeople: 'Show people',
  showPeopleOf: (f: { name: string }) => `Show people of ${f.name}`,
  name: 'Name',
  nameMissing: 'Write the name first.',
  add: 'Add',
  save: 'Save the name',
  cancel: 'Not now',
  filter: 'School or team',
  everywhere: 'All of the district',
  allOfYours: 'All of yours',
  nobodyThere: (f: { place: string }) => `Nobody works in ${f.place} yet.`,
  /** In the form of a person. */
  worksIn: 'Schools and teams where they work',
  worksInHint: 'Their claims are read and issued for there, and by the district.',
  worksInMissing: 'Choose a school or team of yours.',
  where: (f: { role: string }) => `Where, as ${f.role}`,
  inDistrict: 'In the whole district',
  inSome: 'In some schools or teams only',
  whereMissing: 'Choose at least one school or team.',
  yourOwn:
    'Your own roles and schools stand as they are here: another administrator changes them for you.',
  notYours: 'The district’s administrators manage this entry: it reaches beyond your school.',
  works: (f: { places: readonly string[] }) => `works in ${say.list(f.places)}`,
  roleIn: (f: { role: string; places: readonly string[] }) => `${f.role} in ${say.list(f.places)}`,
  /** What somebody may read and do, without becoming them. */
  may: {
    open: 'What they may do',
    openOf: (f: { name: string }) => `What they may do: ${f.name}`,
    title: (f: { name: string }) => `What ${f.name} may read and do`,
    close: 'Close',
    lead: 'This follows from their entry alone. Nothing of theirs is opened to show it.',
    own: 'Writes their own plan, evidence and claims. Nobody else reads the plan, or evidence that is in no claim.',
    directory:
      'Reads the directory, the frameworks, the micro-credentials and the goals that are published to all.',
    nothing: 'Reads nothing of others, and decides nothing for them.',
    judge: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Reads every claim in review in the district, with its evidence, and judges it. Never their own.'
        : `Reads claims in review, with their evidence, and judges them: those of people who work in ${say.list(f.places)}. Never their own.`,
    approve: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Reads every earned claim in the district and approves its badge, or sets it aside with a reason. Never their own, nor one they judged.'
        : `Reads earned claims of people who work in ${say.list(f.places)} and approves their badges, or sets them aside with a reason. Never their own, nor one they judged.`,
    revoke: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Revokes badges of the district, with a reason.'
        : `Revokes badges of people who work in ${say.list(f.places)}, with a reason.`,
    endorse: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Reads in what others say of badges and micro-credentials, and takes it off. Never of their own badge.'
        : `Reads in what others say of badges of people who work in ${say.list(f.places)}, and takes it off. Never of their own badge.`,
    endorseOthers: 'Endorses what other bodies issue, in the district’s name, and takes that back.',
    release: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Gives a claim back to the pool when its coach can’t go on. Sees nothing in it by that.'
        : `Gives a claim back to the pool when its coach can’t go on, for people who work in ${say.list(f.places)}. Sees nothing in it by that.`,
    manage: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Enters everybody in the district, gives them roles, invites them and ends their computers.'
        : `Enters people who work in ${say.list(f.places)} and nowhere else, gives them roles there, invites them and ends their computers.`,
    keepUnits: (f: { places: readonly string[] | undefined }) =>
      f.places === undefined
        ? 'Adds and renames schools and teams.'
        : `Renames ${say.list(f.places)}, and adds teams there.`,
    decideCause: 'Decides for the whole office what to do with badges that can’t be told.',
    publishGoal:
      'Publishes goals of their own to everybody in the district, and takes back any that is published.',
    describe: 'Says what the district is called, and which days count.',
  },
  /** Above a queue that does not show the whole district. */
  limitedQueue: (f: { places: readonly string[] }) =>
    `You read for ${say.list(f.places)}. Claims of people elsewhere go to other coaches.`,
  limitedOffice: (f: { places: readonly string[] }) =>
    `You issue for ${say.list(f.places)}. What people elsewhere earn is issued by others.`,
})
