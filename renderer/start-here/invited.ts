import { useEffect, useState } from 'react'
import type { Pasted } from './pasted-invitation.ts'

/** What a link from outside filled in, as the window's shell hands it over: in the fragment, which goes nowhere. */
export function invitationIn(hash: string): Pasted | undefined {
  const told = new URLSearchParams(hash.slice(1))
  const address = told.get('district') ?? ''
  return /^https?:\/\/[^\s/]+$/.test(address)
    ? { address, code: told.get('code') ?? '' }
    : undefined
}

/**
 * An invitation that a person came with by a link; `undefined`: none. It is taken out of the address and the history, and
 * fills a form in, nothing else.
 */
export function useInvited(): Pasted | undefined {
  const [invited, setInvited] = useState(() => invitationIn(location.hash))
  useEffect(() => {
    const take = () => {
      const told = invitationIn(location.hash)
      if (told === undefined) return
      history.replaceState(null, '', location.pathname + location.search)
      setInvited(told)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return invited
}
