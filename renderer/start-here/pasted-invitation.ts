/** An address and a code, as far as a text holds them. */
export interface Pasted {
  readonly address: string
  readonly code: string
}

/**
 * What a person pasted, where it is a whole invitation link: the district's address, and the code in its fragment, which
 * no server is ever sent. `undefined` for anything else, which stays as it was typed.
 */
export function pastedInvitation(text: string): Pasted | undefined {
  const [, address, code] =
    /^\s*(https?:\/\/[^\s#]+?)\/join#code=([\w-]{10,80})\s*$/i.exec(text) ?? []
  return address === undefined || code === undefined ? undefined : { address, code }
}

/** A whole invitation as one line, to be sent to a person and pasted by them. */
export const invitationLink = ({ address, code }: Pasted): string =>
  `${address.replace(/\/$/, '')}/join#code=${code}`
