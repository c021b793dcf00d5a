import type { Say } from '../say.ts'

/** The catalogue of micro-credentials: choose honestly. */
export const catalogue = (say: Say) => ({
  title: 'Micro-credentials',
  lead: 'Small, whole pieces of teaching practice. Show that you do it, and a coach reads what you show.',
  none: 'No micro-credential is on this computer yet.',
  takes: 'Takes',
  hours: (f: { low: number; high: number }) =>
    f.low === f.high ? `${say.number(f.low)} h` : `${say.number(f.low)} to ${say.number(f.high)} h`,
  hoursBasis: 'The author’s reckoning; too few have finished it here to say.',
  counts: 'Counts',
  countsUnknown: 'Not known to count anywhere yet. Ask your district first.',
  /** What a rule gives for it; a unit that has no word here is said as it is written. */
  credit: (f: { rule: string; units: number; unit: string }) => {
    const forms = {
      point: { one: '1 point', other: `${say.number(f.units)} points` },
      hour: { one: '1 hour', other: `${say.number(f.units)} hours` },
    }
    const known = Object.entries(forms).find(([unit]) => unit === f.unit)?.[1]
    const units =
      known === undefined ? `${say.number(f.units)} ${f.unit}` : say.count(f.units, known)
    return `${f.rule}: ${units}`
  },
  answerBy: 'Answer by',
  answer: (f: { day: string; days: number }) =>
    `${say.day(f.day)} if sent today (${say.number(f.days)} working days)`,
  help: 'Attempts',
  attempts: (f: { most: number | null; support: number }) =>
    f.most === null
      ? `As many as you need; a coach talks with you after ${say.number(f.support)}.`
      : `${say.number(f.most)} attempts.`,
  start: 'Start claim',
  goOn: 'Go on with your claim',
  startPromises: 'Starting promises nothing. Nobody sees it until you send it.',
  earnedAlready: 'You earned this one.',
  underWay: 'Your claim for it is under way.',
  startAgain: 'Start again',
  seeClaim: 'See your claim',
  againPromises: 'Starting again begins a new claim; the one that you earned stays as it is.',
  what: 'What you show',
  method: 'Key method',
  components: 'What it is made of',
  judged: 'How it is judged',
  judgedLead:
    'The whole rubric, as the coach sees it. Every criterion has to reach the marked level.',
  research: 'What supports it',
  tier: {
    strong: 'strong evidence',
    moderate: 'moderate evidence',
    promising: 'promising evidence',
    rationale: 'a reasoned case',
  },
  resources: 'To read and use',
  part: (f: { n: number; title: string }) => `Part ${say.number(f.n)}: ${f.title}`,
  wordsAsked: (f: { min: number; max: number; hard: boolean }) =>
    f.hard
      ? `${say.number(f.min)} to ${say.number(f.max)} words; more are not read`
      : `usually ${say.number(f.min)} to ${say.number(f.max)} words`,
  pieces: (f: { min: number; max: number }) =>
    f.min === f.max
      ? say.count(f.max, { one: '1 piece', other: `${say.number(f.max)} pieces` })
      : `${say.number(f.min)} to ${say.number(f.max)} pieces`,
  passing: 'Passing starts here',
  aligned: 'Works on',
  by: (f: { author: string; licence: string; version: number }) =>
    `By ${f.author}. ${f.licence}. Version ${say.number(f.version)}.`,
  validity: (f: { months: number | null }) =>
    f.months === null
      ? 'The badge does not expire.'
      : `The badge is good for ${say.number(f.months)} months.`,
  open: 'Open',
})
