export interface PersonRefusals {
  /** Nobody gives themselves a role, nor another school. `name`: their own. */
  own_rights: { name: string }
  /** Nobody takes the district's administration from themselves: another administrator does. `name`: their own. */
  own_administration: { name: string }
  /** Nothing here says whose computer signed it. */
  signer_unknown: { what: SignedWhat }
  /** The key is not the one that this computer first saw for that computer and person. */
  signer_changed: { what: SignedWhat }
  /** The computer is another person's, or it had not joined or was ended when it signed. */
  signer_wrong: { what: SignedWhat; why: 'person' | 'early' | 'revoked' }
  /** A computer signed at a time (epoch ms, by its own clock) that can't be. */
  signed_out_of_time: { at: number }
}

/** A handed over attempt, or a reading's decision. */
export type SignedWhat = 'manifest' | 'ratings'
