import type { ComponentType } from 'react'
import type { Role } from '../../core/kit/command.ts'

/** A screen and the address at which it stands; `:name` parts become its `params`. */
export interface Route {
  readonly path: string
  readonly screen: ComponentType<{ readonly params: Readonly<Record<string, string>> }>
}

/** A place in the sidebar. It shows for everyone, or for a role. */
export interface Place {
  readonly id: string
  readonly path: string
  readonly group: 'mine' | 'coaching' | 'office' | 'district'
  readonly role?: Role
}
