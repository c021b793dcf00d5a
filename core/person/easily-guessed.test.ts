import { expect, test } from 'vitest'
import { isEasilyGuessed } from './easily-guessed.ts'

test.each([
  '            ',
  'aaaaaaaaaaaa',
  'abababababab',
  'passwordpassword',
  'Password1234',
  'Welcome Welcome 2026',
  '123456789012',
  'abcdefghijklm',
  'qwertyuiop123',
  'contraseña 2026',
  'correct horse battery staple',
  'maya maya maya',
  'maya 04/12/1990',
  'maya 19901204 20120719',
  '04121990 19072012',
  '98765 98765 98765',
  'password 83619274',
  'Password1234!@#$',
  '!@#$%^&*()_+',
])('“%s” is tried among the first', passphrase => expect(isEasilyGuessed(passphrase)).toBe(true))

test.each([
  'four words in a row',
  'lápiz tormenta silla nueve',
  'my password is a green kettle',
  '7h3-Kx9!pQ2vTz',
  '4829 1093 7756 2201 95',
  '829471650382',
  '!x9#%&/()=?¡+*',
  '¡+*#%&/)=?-(',
])('“%s” is taken', passphrase => expect(isEasilyGuessed(passphrase)).toBe(false))
