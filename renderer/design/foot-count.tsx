import { createContext } from 'react'

/** The place at the foot for the margin's count; a screen puts it there. `null` outside a frame. */
export const FootCount = createContext<HTMLElement | null>(null)
