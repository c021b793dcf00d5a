import { emptyBundle, verifyBadge } from '../src/verify/verify.ts'
import type { Contender } from './contender.ts'

/** This package: every check there is, from the bytes. */
export const ours: Contender = {
  name: 'open-badges-validator-core',
  notInIt: '',
  async prepare({ at }) {
    const text = new TextEncoder()
    return async badge =>
      (await verifyBadge(text.encode(badge), { at, bundle: emptyBundle })).overall === 'verified'
  },
}
