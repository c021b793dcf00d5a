import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const seen = style({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  minHeight: '18rem',
  height: '100%',
  position: 'relative',
})
/** Sound is a line of controls, and why nothing is shown a note: neither needs a sheet. */
export const low = style([seen, { minHeight: '6rem' }])
export const frame = style({
  border: 0,
  width: '100%',
  height: '100%',
  minHeight: '6rem',
  background: tokens.paper,
  display: 'block',
  gridRow: 2,
})
export const unshown = style([frame, { display: 'none' }])
export const note = style({ padding: '16px 20px', gridRow: 1 })
