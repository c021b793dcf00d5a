import { createVar, style } from '@vanilla-extract/css'
import { narrow } from './frame.css.ts'
import { tokens } from './tokens.css.ts'

export const from = createVar()
export const span = createVar()
export const reached = createVar()

export const gauge = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '14px',
  alignItems: 'center',
  margin: '4px 0 0',
  padding: '6px 0',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  fontVariantNumeric: 'tabular-nums',
  // In sight while a long answer is written: it sticks to the sheet's foot, below the work's own padding.
  position: 'sticky',
  bottom: '-40px',
  background: tokens.sheet,
  zIndex: 1,
  '@media': { [narrow]: { position: 'relative' } },
})
const bar = style({
  display: 'block',
  height: '12px',
  position: 'relative',
  background: `linear-gradient(${tokens.rule}, ${tokens.rule}) 0 50% / 100% 2px no-repeat`,
  '::before': {
    content: '""',
    position: 'absolute',
    inset: `0 auto 0 ${from}`,
    width: span,
    border: `solid ${tokens.edge}`,
    borderWidth: '0 1.5px',
    background: tokens.metWash,
  },
  '::after': {
    content: '""',
    position: 'absolute',
    inset: '4px auto 4px 0',
    width: reached,
    borderRadius: '0 2px 2px 0',
  },
})
export const below = style([bar, { '::after': { background: tokens.ink2 } }])
export const within = style([bar, { '::after': { background: tokens.met } }])
export const above = style([bar, { '::after': { background: tokens.ask } }])
