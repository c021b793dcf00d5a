import type { Verified } from '../../contract/device/door.ts'
import { useWords } from '../app/words.tsx'
import { mono, quiet, small } from '../design/text.css.ts'
import { EveryCheck } from './every-check.tsx'

/** Every single check, when it was made, and of which bytes. */
export function Behind({ verified }: { verified: Verified }) {
  const words = useWords().verify
  return (
    <>
      <EveryCheck checks={verified.checks} />
      <p className={`${small} ${quiet}`}>{words.checkedAt({ at: verified.checkedAt })}</p>
      <p className={mono}>{words.fingerprint({ hash: verified.sha256 })}</p>
    </>
  )
}
