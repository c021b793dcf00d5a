import { expect, test } from 'vitest'
import type { JsonObject } from '../../json/value.ts'
import { scopeOf } from './scope.ts'

const issuer = 'https://a.example/issuer'
const rule = (verification: JsonObject) => ({ verification })

test.each([
  ['the same origin', 'https://a.example/x', 'inside'],
  ['another port', 'https://a.example:8443/x', 'outside'],
  ['another host', 'https://b.example/x', 'outside'],
  ['a host that only begins so', 'https://a.example.evil/x', 'outside'],
  ['a subdomain', 'https://sub.a.example/x', 'outside'],
  ['http where the issuer has https', 'http://a.example/x', 'outside'],
  ['somebody’s name before another host', 'https://a.example@evil.example/x', 'outside'],
  ['no address of the web', 'urn:uuid:1', 'outside'],
  ['upper case in the host', 'https://A.Example/x', 'inside'],
])('without a rule, %s: %s is %s', (_, id, expected) => {
  expect(scopeOf(id, issuer, {})).toBe(expected)
  // A rule that says nothing of places is no rule.
  expect(scopeOf(id, issuer, rule({ verificationProperty: 'id' }))).toBe(expected)
})

test('https may stand for http, never the other way round', () => {
  expect(scopeOf('https://a.example/x', 'http://a.example/issuer', {})).toBe('inside')
  expect(scopeOf('https://a.example:444/x', 'http://a.example/issuer', {})).toBe('outside')
})

test.each([
  ['https://b.example/', 'https://b.example/x', 'inside'],
  ['https://b.example', 'https://b.example/x', 'inside'],
  ['https://b.example', 'https://b.example.evil/x', 'outside'],
  ['https://b.example', 'https://b.example:8443/x', 'outside'],
  ['https://b.example', 'https://b.example@evil.example/', 'outside'],
  ['https://b.example/', 'http://b.example/x', 'outside'],
  ['https://b.example/ann', 'https://b.example/ann/1', 'inside'],
  ['https://b.example/ann', 'https://b.example/ann?id=1', 'inside'],
  ['https://b.example/ann', 'https://b.example/ann', 'inside'],
  ['https://b.example/ann', 'https://b.example/anna/1', 'unclear'],
  ['https://b.example/ann/', 'https://b.example/ann/../anna/1', 'outside'],
  ['https://b.example/ann/', 'https://b.example/ann/%2e%2e/anna/1', 'outside'],
  ['https://b.example/?a=', 'https://b.example/?a=1', 'inside'],
  ['b.example', 'https://b.example/x', 'outside'],
  ['', 'https://b.example/x', 'outside'],
])('startsWith %s and an id of %s: %s', (startsWith, id, expected) => {
  expect(scopeOf(id, issuer, rule({ startsWith }))).toBe(expected)
  expect(scopeOf(id, issuer, rule({ startsWith: ['https://c.example/', startsWith] }))).toBe(
    expected,
  )
})

test.each([
  ['b.example', 'https://b.example/x', 'inside'],
  ['b.example', 'https://b.example.evil/x', 'outside'],
  ['b.example', 'https://evil.example/b.example', 'outside'],
  ['b.example', 'http://b.example/x', 'outside'],
  ['b.example', 'https://b.example:8443/x', 'outside'],
  ['b.example:8443', 'https://b.example:8443/x', 'inside'],
  ['b.example:8443', 'https://b.example/x', 'outside'],
  ['https://b.example', 'https://b.example/x', 'inside'],
  ['https://b.example', 'http://b.example/x', 'outside'],
  ['https://b.example:8443', 'https://b.example/x', 'outside'],
  ['*', 'https://b.example/x', 'outside'],
  ['', 'https://b.example/x', 'outside'],
  ['evil@b.example', 'https://b.example/x', 'outside'],
])('allowedOrigins %s and an id of %s: %s', (allowedOrigins, id, expected) => {
  expect(scopeOf(id, issuer, rule({ allowedOrigins }))).toBe(expected)
})

test('where both are given, both have to hold', () => {
  const both = rule({ startsWith: 'https://b.example/x/', allowedOrigins: ['b.example'] })
  expect(scopeOf('https://b.example/x/1', issuer, both)).toBe('inside')
  expect(scopeOf('https://b.example/y/1', issuer, both)).toBe('outside')
  const other = rule({ startsWith: 'https://b.example/x/', allowedOrigins: ['c.example'] })
  expect(scopeOf('https://b.example/x/1', issuer, other)).toBe('outside')
})

test('an issuer without an address, or a rule for another property, settles nothing', () => {
  expect(scopeOf('https://a.example/x', 'urn:uuid:1', {})).toBe('unclear')
  const odd = rule({ verificationProperty: 'image' })
  expect(scopeOf('https://a.example/x', issuer, odd)).toBe('unclear')
})
