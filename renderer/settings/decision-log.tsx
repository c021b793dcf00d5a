import { useSync } from '../app/live.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/**
 * What this computer holds of the district's log: by it can be shown later that an entry was changed or removed. What
 * the district's own program takes after `--holds` stands there as it is written.
 */
export function DecisionLog() {
  const said = useWords().settings.district.log
  const { audit } = useSync()
  if (audit === undefined) return null
  const { link, hash, at, doubt } = audit
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={measure}>{said.held({ n: link, atMs: at })}</p>
      <p className={look.seal}>{`${link}:${hash}`}</p>
      <p className={`${measure} ${quiet}`}>{said.what}</p>
      {doubt === undefined ? null : (
        <ErrorNote
          said={said.doubt[doubt.code]({ atMs: doubt.since })}
          next={said.doubtNext}
          code={`audit_${doubt.code}`}
        />
      )}
    </section>
  )
}
