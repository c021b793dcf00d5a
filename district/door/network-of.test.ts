import { expect, test } from 'vitest'
import { networkOf } from './network-of.ts'

test('all addresses of an IPv6 network of 64 bits are one, and of the next another, however they are written', () => {
  const here = [
    '2001:db8:1:2::1',
    '2001:DB8:1:2:ffff:0:0:9',
    '2001:0db8:0001:0002::',
    '[2001:db8:1:2::7]:443',
  ]
  expect(new Set(here.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']))
  expect(networkOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
})

test('an IPv4 address is itself, with a port or in the clothes of IPv6; what is no address is itself', () => {
  for (const address of [
    '192.0.2.7',
    '192.0.2.7:51234',
    '::ffff:192.0.2.7',
    '[::ffff:c000:207]:80',
  ])
    expect(networkOf(address)).toBe('192.0.2.7')
  for (const text of ['', 'unknown', '_hidden']) expect(networkOf(text)).toBe(text)
})
