import type { ComponentType } from 'react'
import type { Role } from '../../core/kit/command.ts'

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>
}
export type Screen = ComponentType<ScreenProps>

/** A screen and the address at which it stands; `:name` parts become its `params`. */
export interface Route {
  readonly path: string
  /** One that comes later can be fetched ahead, so that it is there when somebody goes to it. */
  readonly screen: Screen & { readonly fetchAhead?: () => Promise<void> }
}

/** A place in the sidebar. It shows for everyone, or for a role. */
export interface Place {
  readonly id: string
  readonly path: string
  readonly group: 'mine' | 'coaching' | 'office' | 'district'
  readonly role?: Role
  /** Only for who has it in the whole district. */
  readonly isOfDistrict?: true
}
