import { bake, unbake } from 'open-badges-validator-core/bake'
import { expect, test } from 'vitest'
import { plainSlip } from './plain-slip.ts'
import { slipPng, wrap } from './slip.ts'

const slip = {
  title: 'Preguntas que dejan ver cómo piensan los demás, y qué hacer con lo que se ve',
  shown: 'The teacher asks questions to which the answer shows thinking.',
  facts: ['Maya Okafor', 'Alder Valley Schools', 'Fri, Dec 4'],
}
const fonts = ['node_modules/@fontsource-variable']

test('a badge can be baked into its slip, drawn with letters or without, and comes out as it went in', async () => {
  const credential = '{"type":["VerifiableCredential"], "name": "á"}'
  for (const png of [plainSlip(), await slipPng(slip, fonts), await slipPng(slip, ['nowhere'])])
    expect(unbake(bake(png, credential))).toMatchObject({ ok: true, value: { text: credential } })
})

test('a slip with letters is another picture than one without', async () => {
  const canvas = await import('@napi-rs/canvas').catch(() => undefined)
  if (canvas === undefined) return
  expect(Buffer.from(await slipPng(slip, fonts)).equals(Buffer.from(plainSlip()))).toBe(false)
})

test('words go into lines that fit, and what is left over is told', () => {
  const fits = (part: string) => part.length <= 9
  expect(wrap('one two three four', fits, 4)).toEqual(['one two', 'three', 'four'])
  expect(wrap('one two three four', fits, 2)).toEqual(['one two', 'three …'])
  expect(wrap('', fits, 2)).toEqual([])
})
