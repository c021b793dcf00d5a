import type { Whose } from '../../contract/device/verifying.ts'
import { whoseSaid } from '../../words/whose-said.ts'
import { useWords } from '../app/words.tsx'
import { idShown } from './id-shown.ts'
import * as look from './ledger.css.ts'

/**
 * Who issued something, in two short lines: a name that is known here above its host; else the host or the id above what
 * it calls itself, as the head of its group says in full.
 */
export function IssuerCell({ issuer }: { issuer: Whose }) {
  const { many } = useWords().verify
  const { id = '', host, name = '', isKnown } = issuer
  const address = idShown(host ?? id)
  const [first, second] =
    isKnown || address === ''
      ? [whoseSaid(many, issuer), address]
      : [address, name === '' || name === address ? '' : many.quoted({ name })]
  return (
    <>
      <span className={look.few}>{first}</span>
      {second === '' || second === first ? null : (
        <span className={look.under}>
          <span className={look.few}>{second}</span>
        </span>
      )}
    </>
  )
}
