import { useState } from 'react'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { measure, quiet, row, small } from '../design/text.css.ts'
import { invitationLink } from '../start-here/pasted-invitation.ts'
import * as look from './people.css.ts'

interface Inviting {
  readonly title: string
  /** What there is to know about it besides. */
  readonly note?: string | undefined
  readonly code: string
  readonly expiresAt: number
  onDone(): void
}

/** A one-time code, shown now and never again: to read out, to copy, or to send as a link that does nothing by itself. */
export function Invitation({ title, note, code, expiresAt, onDone }: Inviting) {
  const words = useWords()
  const said = words.people.invitation
  const { district } = useSession()
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const address = district?.address ?? ''
  const link = invitationLink({ address, code })
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      // Some browsers never allow it; it can still be selected by hand.
      () => setCopied('no'),
    )
  return (
    <section className={look.invitation} aria-label={title}>
      <h3>{title}</h3>
      <p className={`${small} ${quiet}`}>{said.once}</p>
      {note === undefined ? null : <p className={`${small} ${measure}`}>{note}</p>}
      <dl className={look.facts}>
        <dt>{said.address}</dt>
        <dd>{address}</dd>
        <dt>{said.code}</dt>
        <dd>
          <code className={look.code}>{code}</code>
        </dd>
        <dt>{said.link}</dt>
        <dd className={look.link}>{link}</dd>
      </dl>
      <p className={`${small} ${quiet}`}>{said.until({ at: expiresAt })}</p>
      <div className={row}>
        <Button onPress={() => void copy(code)}>{said.copy}</Button>
        <Button onPress={() => void copy(link)}>{said.copyLink}</Button>
        <Button kind="bare" onPress={onDone}>
          {said.done}
        </Button>
        <span role="status">
          {copied === 'yes' ? said.copied : copied === 'no' ? said.copyFailed : null}
        </span>
      </div>
    </section>
  )
}
