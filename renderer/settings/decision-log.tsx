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
  const { held, before = [], doubt } = audit
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      {held === undefined ? null : (
        <>
          <p className={measure}>{said.held({ n: held.link, atMs: held.at })}</p>
          <p className={look.seal}>{`${held.link}:${held.hash}`}</p>
          <p className={`${measure} ${quiet}`}>{said.what}</p>
        </>
      )}
      {before.map(({ link, hash, until }) => (
        <div key={until}>
          <p className={measure}>{said.before({ atMs: until })}</p>
          <p className={look.seal}>{`${link}:${hash}`}</p>
        </div>
      ))}
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
