import { expect, test } from 'vitest'
import { linkFrom } from './link-from.ts'

test('an https address is kept as it is', () => {
  expect(linkFrom(' https://video.example/lesson?x=1#t=20 ')).toEqual({
    link: 'https://video.example/lesson?x=1#t=20',
  })
})

test('a host alone is read as https', () => {
  expect(linkFrom('video.example/lesson')).toEqual({ link: 'https://video.example/lesson' })
  expect(linkFrom('video.example:8443/x')).toEqual({ link: 'https://video.example:8443/x' })
})

test('anything but https is refused, whatever it would do', () => {
  for (const text of ['http://a.example', 'javascript:alert(1)', 'file:///etc', 'data:text/html,x'])
    expect(linkFrom(text)).toEqual({ wrong: 'not_https' })
})

test('words are not a link', () => {
  expect(linkFrom('my lesson video')).toEqual({ wrong: 'not_a_link' })
  expect(linkFrom('lesson')).toEqual({ wrong: 'not_a_link' })
  expect(linkFrom('https://')).toEqual({ wrong: 'not_a_link' })
  expect(linkFrom('   ')).toEqual({ wrong: 'empty' })
})

test('an address longer than a record holds is refused', () => {
  expect(linkFrom(`https://a.example/${'x'.repeat(4_000)}`)).toEqual({ wrong: 'long' })
})
