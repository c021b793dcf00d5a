import { beforeAll, expect, inject, test } from 'vitest'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let open: Seat

beforeAll(async () => {
  open = await stage.demo()
})

const policyOf = async (address: string) =>
  (await fetch(address)).headers.get('content-security-policy')?.split('; ')

test('the screens’ policy is the one that is promised, and nothing wider', async () => {
  expect(await policyOf(`${demo.address}/today`)).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    // React Aria's one style, by its hash: another one is seen as a complaint of a screen (`axe.browser.test.ts`).
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    `frame-src ${demo.viewerOrigin}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // No editor that pastes HTML is in the house: not one policy may be made.
    "trusted-types 'none'",
  ])
})

test('the viewer’s policy is the one that is promised, and nothing wider', async () => {
  expect(await policyOf(`${demo.viewerOrigin}/`)).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${demo.address}`,
    "require-trusted-types-for 'script'",
    'trusted-types pdf-worker',
    'sandbox allow-scripts allow-same-origin',
  ])
})

test('every answer says what it is, where it came from and what it may not do', async () => {
  for (const address of [demo.address, demo.viewerOrigin]) {
    const { headers } = await fetch(`${address}/`)
    expect({
      type: headers.get('x-content-type-options'),
      referrer: headers.get('referrer-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      resource: headers.get('cross-origin-resource-policy'),
      cookie: headers.get('set-cookie'),
    }).toEqual({
      type: 'nosniff',
      referrer: 'no-referrer',
      opener: 'same-origin',
      resource: 'same-origin',
      cookie: null,
    })
  }
})

test.each([
  ['HTML from a string', () => void (document.body.innerHTML = '<b>')],
  ['HTML into a range', () => void document.createRange().createContextualFragment('<b>')],
  [
    'a frame with a document in a string',
    () => void (document.createElement('iframe').srcdoc = '<b>'),
  ],
  ['a script’s address from a string', () => void (document.createElement('script').src = '/x.js')],
  [
    'a policy that lets strings through',
    () => void Reflect.get(window, 'trustedTypes').createPolicy('any', {}),
  ],
])('in a screen %s is refused', async (_what, attempt) => {
  await expect(open.page.evaluate(attempt)).rejects.toThrow(/TypeError/)
})
