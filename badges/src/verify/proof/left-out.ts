import type { Check } from '../report.ts'

/** What whoever shows a credential may have left out of it. */
export interface LeftOut {
  /** Whether anything may be missing: the one good signature lets its holder choose. */
  readonly isPartial: boolean
  /** Whether all of the status that is shown is what the issuer lets nobody leave out. */
  readonly isStatusFixed: boolean
}

/**
 * @returns what the proofs that the verdict rests on allow to be left out; nothing where one covers all of it. A
 * proof beside it may be a stranger's, who covers what was left over as a whole.
 */
export function leftOutOf(proofs: readonly Check[]): LeftOut {
  const passed = proofs.filter(({ id, outcome }) => id === 'proof.signature' && outcome === 'pass')
  const needed = passed.filter(check => check.needed)
  // A policy may need no signature at all: then any of them may be the one that is believed.
  const good = needed.length > 0 ? needed : passed
  const isPartial = good.some(({ facts }) => facts?.['isPartial'] === true)
  const isStatusFixed =
    good.length > 0 && good.every(({ facts }) => facts?.['isStatusFixed'] === true)
  return { isPartial, isStatusFixed }
}
