import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const ladder = style({ position: 'relative', marginTop: '10px' })
export const rung = style({
  display: 'grid',
  gridTemplateColumns: '30px minmax(0, 1fr)',
  padding: '8px 12px 9px 10px',
  border: `1px solid ${tokens.rule}`,
  borderBottomWidth: 0,
  background: tokens.sheet,
  position: 'relative',
  cursor: 'pointer',
  selectors: {
    '&:first-of-type': { borderRadius: '4px 4px 0 0' },
    '&:last-of-type': { borderBottomWidth: '1px', borderRadius: '0 0 4px 4px' },
    '&:has(:checked)': { background: tokens.penWash, boxShadow: `inset 4px 0 ${tokens.pen}` },
    '&:has(:focus-visible)': {
      outline: `2px solid ${tokens.pen}`,
      outlineOffset: '1px',
      zIndex: 1,
    },
  },
})
globalStyle(`${rung} input`, {
  position: 'absolute',
  inset: 0,
  opacity: 0,
  margin: 0,
  cursor: 'pointer',
})
export const descriptor = style({ font: `0.9375rem/1.375rem ${tokens.read}`, gridColumn: 2 })
export const notch = style({
  display: 'flex',
  alignItems: 'center',
  gap: '8px',
  fontSize: '0.75rem',
  lineHeight: '1rem',
  color: tokens.ink2,
  border: `solid ${tokens.rule}`,
  borderWidth: '0 1px',
  '::before': { content: '""', width: '38px', borderTop: `2px solid ${tokens.ink2}` },
  '::after': { content: '""', flex: 1, borderTop: `2px solid ${tokens.ink2}` },
})
