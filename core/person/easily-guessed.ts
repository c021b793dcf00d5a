/** What leads the lists of passwords that were given away, in English and Spanish; compared without what is put round it. */
const common = [
  'password',
  'passphrase',
  'contrasena',
  'contraseña',
  'letmein',
  'welcome',
  'bienvenido',
  'bienvenida',
  'iloveyou',
  'tequiero',
  'teamo',
  'meritfolio',
  'teacher',
  'maestra',
  'maestro',
  'school',
  'escuela',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsx',
  'admin',
  'administrator',
  'correct horse battery staple',
]
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '!@#$%^&*()_+', '!"·$%&/()=?¿']
/** Fewer different signs than these are guessed in no time, however often they come. */
const differentSignsMin = 5
/** What may be left once the common words are taken out, and no passphrase is left. */
const restCharsMax = 4
/** So many digits or other signs count as one letter: a number or a sign behind a word is what everybody puts there. */
const digitsPerChar = 2
/** Years, and whole dates in any order, one behind the other: birthdays are tried first. */
const dates =
  /^(?:(?:0[1-9]|[12]\d|3[01]){2}(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d)+$/

/**
 * Whether somebody who has the folder would try this passphrase among the first: one short piece again and again, a row
 * of the keyboard or the alphabet, or common words with a number behind (security.md §6).
 */
export function isEasilyGuessed(passphrase: string): boolean {
  const signs = passphrase.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  if (new Set(signs).size < differentSignsMin) return true
  const once = repeatedPiece(signs.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const rest = isRun(once) ? '' : withoutCommon(once)
  const letters = [...rest.replaceAll(/\p{N}/gu, '')]
  const digits = (rest.match(/\p{N}+/gu) ?? []).filter(number => !isEasyNumber(number)).join('')
  const others = signs.replaceAll(/[\p{L}\p{N}\s]/gu, '')
  // A sign that comes again adds little.
  const different = isRun(others) ? 0 : new Set(others).size
  return letters.length + Math.floor((digits.length + different) / digitsPerChar) <= restCharsMax
}

const withoutCommon = (text: string): string =>
  common
    .map(word => word.replaceAll(' ', ''))
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)

const isEasyNumber = (digits: string): boolean =>
  isRun(digits) || repeatedPiece(digits) !== digits || dates.test(digits)

/** The piece that a text consists of, or the text itself. */
function repeatedPiece(text: string): string {
  const [, piece] = /^(.+?)\1+$/u.exec(text) ?? []
  return piece ?? text
}

/** Whether a text is part of a row, forwards or backwards. */
function isRun(text: string): boolean {
  const backwards = [...text].toReversed().join('')
  return runs.some(run => run.includes(text) || run.includes(backwards))
}
