import type { Say } from '../say.ts'

/** What the district is called, and which days don't count: for its administrators. */
export const aboutDistrict = (say: Say) => ({
  title: 'Name and days of the district',
  open: 'Name and days of the district',
  lead: 'What the district is called, and on which days nobody is expected to answer.',
  notYours: 'The name and the days are for the administrators of the whole district.',
  needsDistrict: 'This computer has joined no district, so there is none to describe.',
  nameTitle: 'Name and time zone',
  name: 'Name of the district',
  nameHint: 'New badges carry it; those that are out keep theirs.',
  nameMissing: 'Write the name first.',
  timeZone: 'Time zone',
  timeZoneHint: 'A day begins and ends by it.',
  save: 'Save name and time zone',
  saved: 'Saved.',
  days: {
    title: 'Days that don’t count',
    lead: 'Saturdays and Sundays never count. On the days listed here nobody is expected to answer either.',
    promised:
      'A date that was already promised stays as it is. What is sent from now on is promised with these days left out.',
    addTitle: 'Add days',
    from: 'First day',
    fromHint: 'Or the only one.',
    until: 'Last day',
    untilHint: 'Leave it empty for one day.',
    name: 'What it is',
    nameHint: 'If you like: Thanksgiving, winter break.',
    add: 'Add',
    paste: 'Paste a list',
    list: 'Days, one on each line',
    listHint:
      'Such as 2026-11-26 Thanksgiving, or 12/21/2026 to 1/1/2027 Winter break. The month comes first.',
    listMissing: 'Paste or write at least one day.',
    addList: 'Add these days',
    cancel: 'Not now',
    wrong: (f: { n: number }) =>
      say.count(f.n, {
        one: 'One line can’t be taken. Nothing was added yet.',
        other: `${say.number(f.n)} lines can’t be taken. Nothing was added yet.`,
      }),
    wrongLine: (f: { line: number; text: string }) => `Line ${say.number(f.line)}, “${f.text}”:`,
    fault: {
      missing: 'Write the date first, such as 11/26/2026.',
      unreal: 'There is no such day.',
      order: 'The last day comes before the first.',
      year: 'Look at the year: it is more than ten years away.',
      long: 'That is more than a school year. Look at the dates.',
      weekend: 'That is a weekend, which never counts.',
    },
    added: (f: { n: number }) =>
      say.count(f.n, { one: 'One day added.', other: `${say.number(f.n)} days added.` }),
    none: 'No day is listed yet, so every Monday to Friday counts, holidays too.',
    run: (f: { first: string; last: string }) =>
      f.first === f.last ? say.day(f.first) : `${say.day(f.first)} to ${say.day(f.last)}`,
    count: (f: { n: number }) => say.count(f.n, { one: '1 day', other: `${say.number(f.n)} days` }),
    remove: 'Remove',
    removeOf: (f: { name: string; days: string }) =>
      f.name === '' ? `Remove ${f.days}` : `Remove ${f.name}, ${f.days}`,
    dayByDay: 'Day by day',
  },
})
