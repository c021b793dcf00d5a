import type { Say } from '../say.ts'

/** People and access: who is in the district, invitations, devices. */
export const people = (say: Say) => ({
  title: 'People and access',
  lead: 'Who is in the district, what they may do, and from which computers.',
  notYours: 'People and access is for administrators.',
  needsDistrict: 'This computer has joined no district, so there is nobody to manage.',
  count: (f: { n: number }) =>
    say.count(f.n, { one: '1 person', other: `${say.number(f.n)} people` }),
  list: 'People',
  find: 'Find a person',
  nobody: (f: { q: string }) => `Nobody here is called “${f.q}”.`,
  add: 'Add a person',
  you: 'you',
  form: {
    addTitle: 'Add a person',
    changeTitle: (f: { name: string }) => `Change ${f.name}`,
    name: 'Name',
    nameMissing: 'Write the name first.',
    place: 'Where they work',
    placeHint: 'In a line, for example: Grade 4, Linden Elementary.',
    roles: 'What they may do',
    rolesMissing: 'Choose at least one.',
    role: {
      educator: 'Educator: plan, evidence, claims',
      coach: 'Coach: reads claims',
      officer: 'Credential officer: issues and revokes badges',
      administrator: 'Administrator: people, access, district goals',
    },
    language: 'Their language',
    unsaid: 'As their computer',
    add: 'Add',
    change: 'Save the change',
    cancel: 'Not now',
    queued: (f: { name: string }) =>
      `${f.name}: sent to the district. The list shows it once the district has answered.`,
    applied: (f: { name: string }) => `${f.name}: the district has it.`,
    waits: (f: { name: string }) =>
      `${f.name}: the district has it. The role waits for another person’s yes; it stands above the list.`,
    takesTwo:
      'A credential officer or an administrator is named by two: another administrator or officer of the district says yes before it counts. Where there is nobody else yet, it counts at once, and whoever comes later is asked to look.',
    takesAway:
      'This takes such a role away, at once and without anybody’s yes. For seven days you then give none alone, should nobody else be left.',
  },
  noRole: 'no role yet',
  requests: {
    title: 'Roles that take two',
    lead: 'Who is an officer or administrator can issue badges or let others in. So another person in charge of the district says yes. Should the only one who could have left, take their role away; seven days later you can give it alone.',
    none: 'No role waits for a yes.',
    notYours: 'Saying yes to a role is for the district’s officers and administrators.',
    what: (f: { name: string; role: string }) => `${f.name}: ${f.role}`,
    waits: (f: { whom: readonly string[] }) =>
      f.whom.length === 0
        ? 'There is nobody who could say yes just now.'
        : `Waits for the yes of ${f.whom.length > 3 ? `one of ${say.number(f.whom.length)}, such as ${say.either(f.whom.slice(0, 3))}` : say.either(f.whom)}.`,
    alone: (f: { by: string; at: number }) =>
      `Given by ${f.by}, ${say.dayAt(f.at)}, while there was nobody else to ask. It counts already.`,
    aloneNext: 'If it is not right, take the role away under Change.',
    agreeAfter: 'It is right',
  },
  releasing: (f: { title: string }) =>
    `“${f.title}”: sent to the district. It leaves this list once the district has answered.`,
  change: 'Change',
  changeOf: (f: { name: string }) => `Change ${f.name}`,
  invite: 'Invite',
  inviteOf: (f: { name: string }) => `Invite ${f.name}`,
  computers: (f: { n: number }) =>
    say.count(f.n, { one: '1 computer', other: `${say.number(f.n)} computers` }),
  reset: {
    press: 'Reset sign-in',
    of: (f: { name: string }) => `Reset sign-in: ${f.name}`,
    sure: (f: { name: string; isInCharge: boolean }) =>
      `${f.name}’s password and one-time codes stop counting, and you get a code for them. Their computers stay in and are told. A new computer that uses the code is shown nothing private until ${f.name} says yes on another of theirs, or ${f.isInCharge ? 'seven days' : '24 hours'} have passed.`,
    really: 'Reset it and make a code',
    leave: 'Leave it',
    title: (f: { name: string }) => `Code for ${f.name}`,
  },
  left: {
    press: 'Has left',
    of: (f: { name: string }) => `${f.name} has left the district`,
    sure: (f: { name: string }) =>
      `${f.name}’s computers are sent away, their password and an open invitation end, and they hold no role any more. What they wrote, read and earned stays. You can take it back; by that alone nobody gets in.`,
    really: 'They have left',
    keep: 'They are still here',
    queued: (f: { name: string }) =>
      `${f.name}: sent to the district. They move to those who have left once it has answered.`,
    title: 'Have left',
    lead: 'They hold no role and no computer gets in as them. What they made stays in the record.',
    since: (f: { at: number }) => `left ${say.dayAt(f.at)}`,
    above: 'Those in charge above you say when they are back.',
    back: 'Is back',
    backOf: (f: { name: string }) => `${f.name} is back`,
    backQueued: (f: { name: string }) =>
      `${f.name}: sent to the district. Once they are in the list again, as an educator, invite them: nothing from before lets them in.`,
  },
  invitation: {
    title: (f: { name: string }) => `Invitation for ${f.name}`,
    waits: (f: { name: string; isInCharge: boolean }) =>
      `${f.name} has a computer already. A further one is shown nothing private until they say yes on the one they have, or ${f.isInCharge ? 'seven days' : '24 hours'} have passed.`,
    link: 'Or as one link',
    copyLink: 'Copy the link',
    once: 'Shown only now. It works once, for one computer.',
    code: 'Code',
    address: 'District’s address',
    until: (f: { at: number }) => `Good until ${say.dayAt(f.at)}, ${say.time(f.at)}.`,
    copy: 'Copy the code',
    copied: 'Copied.',
    copyFailed: 'The browser did not allow copying. Select the code and copy it yourself.',
    done: 'I have passed it on',
  },
  devices: {
    title: 'Computers',
    lead: 'Each holds a key of its own. Revoke one that was lost: it can then neither send nor fetch; what is on it stays on it.',
    none: 'No computer has joined yet.',
    noneOf: 'No computer yet.',
    joined: (f: { at: number }) => `joined ${say.dayAt(f.at)}`,
    revoked: (f: { at: number }) => `revoked ${say.dayAt(f.at)}`,
    revoke: 'Revoke',
    revokeOf: (f: { device: string; name: string }) => `Revoke ${f.device} of ${f.name}`,
    sure: (f: { device: string; name: string }) =>
      `“${f.device}” of ${f.name} will no longer be accepted and is told nothing more. What is on it stays on it; with a new invitation its person can join there again.`,
    really: 'Revoke this computer',
    keep: 'Keep it',
    loading: 'Asking the district for its computers',
    again: 'Ask again',
    unknownPerson: 'someone who is no longer in the list',
  },
})
