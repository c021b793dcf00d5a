import type { ReactNode } from 'react'
import { empty } from './notes.css.ts'

/** Nothing here yet: one real example in outline, and the verb. */
export const EmptyState = ({ children }: { children: ReactNode }) => (
  <div className={empty}>{children}</div>
)
