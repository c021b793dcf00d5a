import type { CaseProblemCode } from '../../core/competency/case/problem.ts'
import type { Say } from '../say.ts'

/** What an import found, by its code: what is so, in a few words. */
const caseProblems: Readonly<Record<CaseProblemCode, string>> = {
  encoding: 'The file is not UTF-8 text',
  'not-json': 'The file is not JSON',
  'not-a-package': 'This is not a CASE package',
  'status-info': 'The server’s answer was saved, not a framework',
  'too-large': 'The file is too large',
  'too-deep': 'Statements are nested too deep',
  'too-many': 'There are more than can be kept',
  'missing-document': 'The framework’s own description is missing',
  'missing-items': 'There are no statements in it',
  'missing-identifier': 'An identifier is missing',
  'missing-title': 'A title is missing',
  'missing-statement': 'A statement has no text',
  'missing-type': 'A link does not say what kind it is',
  'missing-node': 'A link leads to something that isn’t in the file',
  'not-a-uuid': 'An identifier is not a UUID',
  'duplicate-id': 'Two things have the same identifier',
  cycle: 'A statement stands below itself',
  sourcedId: 'An old label (sourcedId) was read as the identifier',
  'value-case': 'A word was written in other letters than the standard’s',
  'wrong-type': 'A value is of another kind than the standard says',
  'too-long': 'A text was cut',
  'bad-datetime': 'A date can’t be read',
  'bad-uri': 'An address can’t be read',
  'control-characters': 'Invisible signs were taken out',
  markup: 'Markup is shown as plain text',
}

/** Frameworks: the list, the tree, bringing one in from a file. */
export const frameworks = (say: Say) => ({
  title: 'Frameworks',
  lead: 'What teaching practice is made of, in statements that goals and badges point to.',
  none: 'No framework here yet. Publishers offer them as CASE packages: one file, ending in .json.',
  bring: 'Bring one in from a file',
  reading: (f: { name: string }) => `Reading ${f.name}`,
  keeping: (f: { n: number }) =>
    `Keeping ${say.count(f.n, { one: '1 statement', other: `${say.number(f.n)} statements` })}: all of it comes in, or nothing. A large framework takes a while.`,
  items: (f: { n: number }) =>
    say.count(f.n, { one: '1 statement', other: `${say.number(f.n)} statements` }),
  by: (f: { creator: string }) => `by ${f.creator}`,
  version: (f: { version: string }) => `version ${f.version}`,
  shipped: 'Comes with Meritfolio',
  fromFile: (f: { name: string }) => `From ${f.name}`,
  yours: 'Yours alone; your district has not published it',
  outcome: {
    imported: (f: { title: string; n: number }) =>
      `“${f.title}” is in, with ${say.count(f.n, { one: '1 statement', other: `${say.number(f.n)} statements` })}.`,
    withProblems: (f: { title: string; n: number }) =>
      `“${f.title}” is in, with ${say.count(f.n, { one: '1 statement', other: `${say.number(f.n)} statements` })}. Some things in the file want a look.`,
    retired: (f: { n: number }) =>
      `${say.count(f.n, { one: '1 statement is', other: `${say.number(f.n)} statements are` })} no longer in it. What points there still does; nothing new can be tied to it.`,
    refused: 'Nothing was brought in.',
    refusedNext:
      'Ask its publisher for a CASE 1.0 or 1.1 package in JSON. What was here is as it was.',
    open: 'Open it',
  },
  problems: {
    caption: 'What was found in the file',
    what: 'What',
    code: 'Code',
    place: 'Place',
    value: 'What stood there',
    severity: 'Weight',
    noValue: 'nothing',
    wholeFile: 'the whole file',
    more: (f: { n: number }) => `Show ${say.number(f.n)} more`,
  },
  severity: { error: 'left out', warning: 'worth a look', note: 'put right' },
  problem: { ...caseProblems, other: 'Could not be kept' },
  tree: {
    label: 'Statements',
    search: 'Search the statements',
    nothing: (f: { q: string }) => `Nothing says “${f.q}”.`,
    found: (f: { n: number }) =>
      say.count(f.n, { one: '1 statement says it', other: `${say.number(f.n)} statements say it` }),
    more: (f: { n: number }) => `${say.number(f.n)} more; type to narrow it down.`,
    open: (f: { what: string }) => `Open ${f.what}`,
    levels: 'Levels',
    notes: 'Notes',
    noLevels: 'No levels are given for it.',
    choose: 'Choose a statement, and its levels stand here.',
    under: (f: { n: number }) =>
      say.count(f.n, { one: '1 below', other: `${say.number(f.n)} below` }),
  },
  retired: {
    heading: (f: { n: number }) =>
      say.count(f.n, {
        one: '1 statement is no longer in it',
        other: `${say.number(f.n)} statements are no longer in it`,
      }),
    why: 'Left out by a newer file; kept for the goals and the evidence that point here.',
    since: (f: { atMs: number }) => `No longer in the framework since ${say.dayAt(f.atMs)}.`,
  },
  back: 'All frameworks',
})
