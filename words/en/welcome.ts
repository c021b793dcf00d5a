import type { Say } from '../say.ts'

/** First run: useful in a minute, no account. Joining is also offered later, in Settings. */
export const welcome = (say: Say) => ({
  title: 'Plan, prove and keep what you can do.',
  language: 'Language',
  languages: { en: 'English', es: 'Español' },
  textSize: {
    legend: 'Text size',
    usual: 'Usual',
    large: 'Large',
    larger: 'Larger',
  },
  choices: 'How to begin',
  join: {
    title: 'Join my district',
    what: 'With an invitation from your district, or your sign-in there.',
  },
  alone: {
    title: 'Work on this computer',
    what: 'No account. Join later; nothing is lost.',
    name: 'Your name',
    nameHint: 'Stands on your plan and your claims. Only this computer knows it.',
    nameMissing: 'Write your name first; a first name is enough.',
    begin: 'Begin',
  },
  demo: {
    title: 'Try the demo district',
    what: 'Five people, real work. It all stays on this computer.',
    starting: 'Starting a district on this computer, with five people and their work',
    seconds: (f: { n: number }) =>
      say.count(f.n, { one: '1 second so far', other: `${say.number(f.n)} seconds so far` }),
    again: 'Start again',
  },
  joining: {
    by: 'You come in',
    byCode: 'with an invitation',
    bySignIn: 'with my sign-in',
    address: 'District’s address',
    code: 'Invitation code',
    name: 'Sign-in name',
    password: 'Password',
    oneTimeCode: 'One-time code',
    hint: {
      address: 'For example records.alder.example. A whole invitation link works too.',
      code: 'Works once. Hyphens, spaces and capitals don’t matter.',
      name: 'As you chose it in Settings, District on another computer.',
      password: 'If it is forgotten, an administrator can give you a code.',
      oneTimeCode: 'The six digits that the app on your phone shows now, or a spare code.',
    },
    missing: {
      address: 'Write the address of your district.',
      code: 'Write the code from your invitation.',
      name: 'Write your sign-in name.',
      password: 'Write your password.',
      oneTimeCode: 'Write the code.',
    },
    join: 'Join',
    asking: (f: { address: string }) => `Asking ${f.address}`,
    key: 'This computer makes a key of its own; from then on nobody asks for a password.',
    clear: 'Nobody sees what you wrote until you send it.',
  },
  keys: 'Keys 1 to 3',
})
