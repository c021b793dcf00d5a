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
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789']
/** Fewer different signs than these are guessed in no time, however often they come. */
const differentSignsMin = 5
/** What may be left once the common words are taken out, and no passphrase is left. */
const restCharsMax = 4

/**
 * Whether somebody who has the folder would try this passphrase among the first: one short piece again and again, a row
 * of the keyboard or the alphabet, or common words with a number behind (security.md §6).
 */
export function isEasilyGuessed(passphrase: string): boolean {
  const signs = passphrase.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  if (new Set(signs).size < differentSignsMin) return true
  const joined = signs.replaceAll(/[^\p{L}\p{N}]/gu, '')
  const once = repeatedPiece(joined)
  const rest = common
    .map(word => word.replaceAll(' ', ''))
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), once)
    .replaceAll(/\p{N}/gu, '')
  return rest.length <= restCharsMax || runs.some(run => isRun(once, run))
}

/** The piece that a text consists of, or the text itself. */
function repeatedPiece(text: string): string {
  const [, piece] = /^(.+?)\1+$/u.exec(text) ?? []
  return piece ?? text
}

function isRun(text: string, run: string): boolean {
  const backwards = [...run].toReversed().join('')
  return run.includes(text) || backwards.includes(text)
}
