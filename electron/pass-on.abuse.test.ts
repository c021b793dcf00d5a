import { expect, test } from 'vitest'
import { passOn } from './pass-on.ts'

// Whatever gets past `passOn` reaches a pipe that isn't there: 503. Refused here is 404.
const pipes = { screen: '/nowhere/screen', viewer: '/nowhere/viewer' }
const status = async (url: string) => (await passOn(pipes, new Request(url))).status

test.each([
  'app://other/',
  'app://screen.evil/',
  'app://screen:1/',
  'https://screen/',
  'file:///etc/passwd',
  'meritfolio://screen/',
])('%s is not one of the two hosts', async url => expect(await status(url)).toBe(404))

test.each([
  'app://screen/..%2f..%2fetc/passwd',
  'app://screen/..%5c..%5cwindows',
  'app://screen/%2F%2Fexample.org',
  'app://screen/a\\..\\b',
  'app://screen/a%00.png',
  'app://viewer/bytes/%2e%2e%2fsecret',
])('%s could be read in two ways', async url => expect(await status(url)).toBe(404))

test('steps upwards end at the root before anything is asked', async () => {
  const urls = ['app://screen/../../secret', 'app://screen/%2e%2e/%2E%2e/secret']
  for (const url of urls) {
    expect(new URL(url).pathname).toBe('/secret')
    expect(await status(url)).toBe(503)
  }
})
