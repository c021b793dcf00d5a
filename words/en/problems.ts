import type { Problem, ProblemCode } from '../../core/claim/problem.ts'
import type { Say } from '../say.ts'

type Facts = Problem['facts']
type Sentences = {
  readonly [C in ProblemCode]: {
    /** The short code in the margin's corner. */
    readonly mark: string
    readonly what: (facts: Facts) => string
    readonly where: (facts: Facts) => string
    readonly fix: string
  }
}

/** What is left to fix in a claim: what, where, and the verb that mends it. */
export const problems = (say: Say): Sentences => {
  const n = (facts: Facts, name: string) => say.number(Number(facts[name] ?? 0))
  // Findings of an earlier version name no part.
  const place = (f: Facts) => {
    const question = Number(f['question'] ?? 0)
    const part = String(f['part'] ?? '')
    return question === 0 ? part : `${part}, question ${say.number(question)}`
  }
  const at = (f: Facts, sentence: string) =>
    place(f) === '' ? sentence : `${place(f)}: ${sentence}`
  const range = (f: Facts) =>
    at(f, `${n(f, 'words')} of ${n(f, 'minWords')} to ${n(f, 'maxWords')}.`)
  const titled = (f: Facts) => `“${f['title'] ?? ''}”`
  return {
    words_missing: {
      mark: 'W0',
      what: () => 'Not answered yet',
      where: f => at(f, `asked for ${n(f, 'minWords')} to ${n(f, 'maxWords')} words.`),
      fix: 'Go there',
    },
    words_too_few: {
      mark: 'W1',
      what: f =>
        say.count(Number(f['missing']), {
          one: '1 word to go',
          other: `${n(f, 'missing')} words to go`,
        }),
      where: range,
      fix: 'Go there',
    },
    words_too_many: {
      mark: 'W2',
      what: f =>
        say.count(Number(f['over']), {
          one: '1 word over; it won’t be read',
          other: `${n(f, 'over')} words over; they won’t be read`,
        }),
      where: range,
      fix: 'Go there',
    },
    words_over_guide: {
      mark: 'W3',
      what: f =>
        say.count(Number(f['over']), {
          one: '1 word over the guide',
          other: `${n(f, 'over')} words over the guide`,
        }),
      where: f => at(f, `usually ${n(f, 'minWords')} to ${n(f, 'maxWords')}.`),
      fix: 'Go there',
    },
    two_versions: {
      mark: 'W4',
      what: () => 'Two versions of an answer',
      where: f => at(f, 'both were kept. Choose what stays.'),
      fix: 'Choose',
    },
    note_two_versions: {
      mark: 'W6',
      what: () => 'Two versions of your note',
      where: () => 'The note to the coach: both were kept. Choose what stays.',
      fix: 'Choose',
    },
    part_unchanged: {
      mark: 'W5',
      what: () => 'As it was before',
      where: f => at(f, 'nothing in it has changed since the coach read it.'),
      fix: 'Go there',
    },
    files_too_few: {
      mark: 'F1',
      what: f =>
        say.count(Number(f['least']), {
          one: `${n(f, 'have')} of 1 piece of evidence`,
          other: `${n(f, 'have')} of ${n(f, 'least')} pieces of evidence`,
        }),
      where: f => String(f['slot'] ?? ''),
      fix: 'Choose evidence',
    },
    files_too_many: {
      mark: 'F2',
      what: f => `${n(f, 'have')} pieces; at most ${n(f, 'most')}`,
      where: f => String(f['slot'] ?? ''),
      fix: 'Take one out',
    },
    file_type: {
      mark: 'F3',
      what: () => 'A kind of file that isn’t asked for',
      where: f => `${titled(f)} is ${f['mediaType'] ?? ''}; asked for: ${f['accept'] ?? ''}.`,
      fix: 'Choose another',
    },
    file_too_large: {
      mark: 'F4',
      what: () => 'A file that is too large',
      where: f =>
        `${titled(f)} has ${say.size(Number(f['sizeBytes'] ?? 0))}; at most ${say.size(Number(f['bytesMax'] ?? 0))}.`,
      fix: 'Choose another',
    },
    file_empty: {
      mark: 'F5',
      what: () => 'A file with nothing in it',
      where: titled,
      fix: 'Choose another',
    },
    file_not_here: {
      mark: 'F6',
      what: () => 'A file that can’t be read any more',
      where: titled,
      fix: 'Add it again',
    },
    file_goes_again: {
      mark: 'F9',
      what: () => 'A file that the district could not read',
      where: f => `${titled(f)} is whole on this computer and goes there again by itself.`,
      fix: 'See it',
    },
    caption_missing: {
      mark: 'F7',
      what: () => 'Say what it shows',
      where: titled,
      fix: 'Write it',
    },
    shown_unsure: {
      mark: 'P1',
      what: () => 'Who can be seen or heard?',
      where: titled,
      fix: 'Answer',
    },
    release_missing: {
      mark: 'R1',
      what: () => 'A release is missing',
      where: f => `${titled(f)} shows people. Are all their signed releases held?`,
      fix: 'Answer',
    },
    in_trash: {
      mark: 'F8',
      what: () => 'Evidence that is in the trash',
      where: titled,
      fix: 'Take it back',
    },
    deleted: {
      mark: 'F10',
      what: () => 'Evidence that was deleted for good',
      where: () => 'Nothing of it is left to send.',
      fix: 'Take it out',
    },
    attest_ready: {
      mark: 'O1',
      what: () => 'Your word that it is ready',
      where: () => 'At the end, before you send.',
      fix: 'Go there',
    },
    attest_release: {
      mark: 'O2',
      what: () => 'Your word on releases',
      where: () => 'At the end, before you send.',
      fix: 'Go there',
    },
    attest_own_work: {
      mark: 'O3',
      what: () => 'Your word that it is your own work',
      where: () => 'At the end, before you send.',
      fix: 'Go there',
    },
    attest_ai_use: {
      mark: 'O4',
      what: () => 'How AI was used, in a sentence',
      where: () => '“Not at all” is an answer.',
      fix: 'Go there',
    },
    found_otherwise: {
      mark: 'X1',
      what: () => 'Something this version has no words for',
      where: f => `Update the program, or tell your coach: “${f['found'] ?? ''}”.`,
      fix: 'Go there',
    },
  }
}
