import type { Check } from '../report.ts'

/** What whoever shows a credential may have left out of it. */
export interface LeftOut {
  /** Whether anything may be missing: the one good signature lets its holder choose. */
  readonly isPartial: boolean
  /** Whether all of the status that is shown is what the issuer lets nobody leave out. */
  readonly isStatusFixed: boolean
}

/** @returns what the proofs of a credential allow to be left out; nothing where one covers all of it. */
export function leftOutOf(proofs: readonly Check[]): LeftOut {
  const good = proofs.filter(({ id, outcome }) => id === 'proof.signature' && outcome === 'pass')
  const isPartial = good.length > 0 && good.every(({ facts }) => facts?.['isPartial'] === true)
  return { isPartial, isStatusFixed: good.some(({ facts }) => facts?.['isStatusFixed'] === true) }
}
