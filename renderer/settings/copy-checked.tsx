import { useSync } from '../app/live.tsx'
import { useWords } from '../app/words.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { measure, quiet } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/** Whether this computer's copy is what the district has: how that is looked after, and what was put right. */
export function CopyChecked() {
  const said = useWords().settings.district.copy
  const { copy } = useSync()
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={`${measure} ${quiet}`}>{said.whole}</p>
      {copy?.mendedAt === undefined ? null : (
        <p className={measure}>{said.mended({ n: copy.mendedCount, atMs: copy.mendedAt })}</p>
      )}
      {copy === undefined || copy.differingCount === 0 ? null : (
        <ErrorNote
          said={said.differing({ n: copy.differingCount })}
          next={said.differingNext}
          code="copy_differs"
        />
      )}
    </section>
  )
}
