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
])('“%s” is tried among the first', passphrase => expect(isEasilyGuessed(passphrase)).toBe(true))

test.each([
  'four words in a row',
  'lápiz tormenta silla nueve',
  'my password is a green kettle',
  '7h3-Kx9!pQ2vTz',
])('“%s” is taken', passphrase => expect(isEasilyGuessed(passphrase)).toBe(false))
