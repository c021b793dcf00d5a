import { useState } from 'react'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import { codeInGroups } from './code-in-groups.ts'
import * as look from './people.css.ts'

interface Inviting {
  readonly name: string
  readonly code: string
  readonly expiresAt: number
  onDone(): void
}

/** A one-time code, shown now and never again: to read out, or to copy. */
export function Invitation({ name, code, expiresAt, onDone }: Inviting) {
  const words = useWords()
  const said = words.people.invitation
  const { district } = useSession()
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const shown = codeInGroups(code)
  const copy = () =>
    navigator.clipboard.writeText(shown).then(
      () => setCopied('yes'),
      // Some browsers never allow it; the code can still be selected by hand.
      () => setCopied('no'),
    )
  return (
    <section className={look.invitation} aria-label={said.title({ name })}>
      <h3>{said.title({ name })}</h3>
      <p className={`${small} ${quiet}`}>{said.once}</p>
      <dl className={look.facts}>
        <dt>{said.address}</dt>
        <dd>{district?.address}</dd>
        <dt>{said.code}</dt>
        <dd>
          <code className={look.code}>{shown}</code>
        </dd>
      </dl>
      <p className={`${small} ${quiet}`}>{said.until({ at: expiresAt })}</p>
      <div className={row}>
        <Button onPress={() => void copy()}>{said.copy}</Button>
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
