import { ErrorNote } from '../design/error-note.tsx'
import { alone } from './shell.css.ts'
import type { Told } from './act.ts'

/** Nothing can be shown at all: why, and what next. */
export const Stopped = ({ told }: { told: Told }) => (
  <main className={alone}>
    <h1>Meritfolio</h1>
    <ErrorNote said={told.said} next={told.next} code={told.code} />
  </main>
)
