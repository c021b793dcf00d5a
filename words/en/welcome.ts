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
    what: 'With an address and an invitation code from your district.',
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
    address: 'District’s address',
    addressHint: 'For example records.alder.example. A whole invitation link works too.',
    addressMissing: 'Write the address from your invitation.',
    code: 'Invitation code',
    codeHint: 'Works once. Hyphens, spaces and capitals don’t matter.',
    codeMissing: 'Write the code from your invitation.',
    join: 'Join',
    asking: (f: { address: string }) => `Asking ${f.address}`,
    key: 'This computer makes a key of its own. There is no password.',
    clear: 'Nobody sees what you wrote until you send it.',
  },
  keys: 'Keys 1 to 3',
})
