export interface PersonRefusals {
  /** Nobody gives themselves a role, nor another school. `name`: their own. */
  own_rights: { name: string }
  /** Nobody takes the district's administration from themselves: another administrator does. `name`: their own. */
  own_administration: { name: string }
  /** The district would be left without an administrator. `name`: who would stop being one. */
  last_administrator: { name: string }
  /** Who took such a role from somebody lately gives none alone before then (epoch ms). `name`: who would get it. */
  role_after_taking: { name: string; at: number }
  /** Nobody says of themselves that they have left: another administrator does. `name`: their own. */
  own_leaving: { name: string }
  /** They have left the district (epoch ms): nothing in their entry changes until they are back. */
  person_left: { name: string; at: number }
  /** Only who is in charge of where they were let go says that they are back. `name`: who left. */
  person_left_above: { name: string }
  /** Somebody else asked for a role for this person already, and it waits. */
  role_request_waits: { name: string }
  /** Who asked for a role does not say the second yes to it. `name`: whose role it is. */
  role_request_own: { name: string }
  role_request_state: { state: string }
  /** Who asked for it may not give it any more. */
  role_request_ended: { name: string }
  /** Nobody new works in a closed school or team, or is given a role in it. `unit`: its name. */
  unit_closed: { unit: string }
  /** Only who is in charge of where it was closed from opens it again. `unit`: its name. */
  unit_closed_above: { unit: string }
  /** The record holds no more days that don't count. */
  holidays_full: { max: number }
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
