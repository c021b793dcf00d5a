import type { EndorsedKind, GivenEndorsement } from './given.ts'

/** The ids by which a badge names itself, what it stands for and who issued it, once its signature holds. */
export interface NamedIn extends Readonly<Record<EndorsedKind, string | undefined>> {
  readonly issuer: string
}

/**
 * Whether the district's word is about a badge, and in force. Also an achievement and a badge count as the endorsed ones of
 * their own issuer alone: any other may write the same id.
 *
 * @param at epoch ms.
 */
export function speaksFor(
  { endorsed, state, validUntil }: Pick<GivenEndorsement, 'endorsed' | 'state' | 'validUntil'>,
  named: NamedIn,
  at: number,
): boolean {
  const isInForce = state === 'signed' && (validUntil === undefined || at < validUntil)
  return isInForce && endorsed.issuer.id === named.issuer && named[endorsed.kind] === endorsed.id
}
