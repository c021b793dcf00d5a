import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { didWebToUrl, urlToDidWeb } from '../../src/did/did-web.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import type { Target } from '../target.ts'

const hosts = [
  ...[
    'a.example',
    'A.Example',
    'xn--bcher-kva.example',
    'bücher.example',
    'localhost',
    'a',
    'a-.b',
    '-a',
  ],
  ...[
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '0177.0.0.1',
    '1.1',
    'a.example.',
    'a..b',
    '１２７.０.０.１',
  ],
  ...[
    'a.example%3A8443',
    'a.example%3a0',
    'a.example%3A65536',
    'a.example%3A80%3A90',
    'u@a.example',
  ],
  ...[
    'u%40a.example',
    'a.example%2F..%2Fb',
    'a.example%00',
    'a.example?',
    'a.example#',
    'a.1e3',
    'a.0x',
  ],
]
const segments = [
  ...[
    'issuers',
    '1',
    '..',
    '.',
    '%2e%2e',
    '%2E',
    '%2f',
    '%5C',
    '%3F',
    '%23',
    '%00',
    '%',
    '%zz',
    '',
    'a b',
  ],
  ...[
    'é',
    '%C3%A9',
    '%ff',
    '~u',
    ';v=1',
    'did.json',
    '.well-known',
    '@',
    '%40',
    '$&',
    '\\',
    '\n',
    '%0a',
  ],
]

/** A did:web names an address of the web under its own host: no way out of it, up, or into a query. */
export const didWeb: Target = {
  name: 'did-web',
  cpuMsMax: 500,
  shrinksMax: 6_000,
  make: random => {
    const path = Array.from({ length: random.size(6) }, () => random.oneOf(segments))
    const start = random.isOneIn(12)
      ? random.oneOf(['did:web', 'did:Web:', 'did:', ''])
      : 'did:web:'
    const bytes = utf8(start + [random.oneOf(hosts), ...path].join(':'))
    return random.isOneIn(3) ? damagedBytes(random, bytes) : bytes
  },
  judge: input => {
    const did = textOfUtf8(input) ?? ''
    urlToDidWeb(did)
    const address = didWebToUrl(did)
    if (!address.ok) return null
    const url = new URL(address.value)
    const host = (did.split(':')[2] ?? '').split(/%3a/i)[0]?.toLowerCase()
    if (url.protocol !== 'https:' || url.hostname !== host) return 'names another host'
    if (url.username !== '' || url.search !== '' || url.hash !== '') return 'names more than a path'
    if (/^[\d.]+$|^\[/.test(url.hostname)) return 'names an IP address'
    const depth = did.split(':').length - 3
    const parts = url.pathname.split('/').slice(1)
    if (parts.at(-1) !== 'did.json') return 'names another document'
    if (parts.length !== (depth === 0 ? 2 : depth + 1)) return 'names another folder'
    const back = urlToDidWeb(address.value)
    if (!back.ok) return 'cannot be named back'
    const again = didWebToUrl(back.value)
    return again.ok && new URL(again.value).href === url.href ? null : 'is another when named back'
  },
}
