import { useState } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { measure, row } from '../design/text.css.ts'
import * as look from './settings.css.ts'

interface Sparing {
  readonly codes: readonly string[]
  onDone(): void
}

/** Spare codes, shown now and never again: to be printed or copied. */
export function SpareCodes({ codes, onDone }: Sparing) {
  const said = useWords().settings.district.signIn.codes
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied('yes'),
      // Some browsers never allow it; they can still be selected by hand.
      () => setCopied('no'),
    )
  return (
    <div className={look.panel} role="group" aria-label={said.spareTitle}>
      <h3>{said.spareTitle}</h3>
      <p className={measure}>{said.spareWhat({ n: codes.length })}</p>
      <ul className={look.codes}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={row}>
        <Button onPress={() => void copy()}>{said.copy}</Button>
        <Button kind="bare" onPress={onDone}>
          {said.kept}
        </Button>
        <span role="status">
          {copied === 'yes' ? said.copied : copied === 'no' ? said.copyFailed : null}
        </span>
      </div>
    </div>
  )
}
