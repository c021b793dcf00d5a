import type { Jws } from '../../detect/jws.ts'
import { textOf, valueAt } from '../../json/value.ts'
import type { Finding } from '../report.ts'

/**
 * Whether the payload holds one credential: it is one (VCDM 2.0), or its `vc` claim is (VCDM 1.1).
 * Both at once would let two readers see two badges.
 */
export function jwtShape({ header, payload }: Jws): Finding {
  const base = { id: 'jwt.shape', about: '', spec: 'VC-JOSE-COSE section 3.1.1; OB 3.0 #jwt-proof' }
  const wrapped = ['vc', 'vp'].filter(name => valueAt(payload, name) !== undefined)
  const isPlain = valueAt(payload, 'type') !== undefined
  const typ =
    textOf(valueAt(header, 'typ'))
      ?.toLowerCase()
      .replace(/^application\//, '') ?? ''
  const isMixed = wrapped.length > (isPlain || typ.startsWith('vc+') ? 0 : 1)
  return isMixed
    ? {
        ...base,
        outcome: 'fail',
        code: 'MALFORMED_VALUE_ERROR',
        facts: { problems: wrapped.map(name => `/${name}: no such claim beside a credential`) },
        message: 'It holds a claim in which a second credential could stand.',
      }
    : { ...base, outcome: 'pass', message: 'It holds one credential.' }
}
