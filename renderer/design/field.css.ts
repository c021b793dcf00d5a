import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const field = style({ display: 'grid', gap: '4px', maxWidth: '36rem' })
export const label = style({ fontWeight: 600 })
export const hint = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.ink2 })
export const hintOfPick = style([hint, { marginBottom: '6px' }])
export const error = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.stop })
export const input = style({
  minHeight: '34px',
  padding: '5px 8px',
  border: `1px solid ${tokens.edge}`,
  borderRadius: '3px',
  background: tokens.raised,
  width: '100%',
  ':hover': { borderColor: tokens.ink2 },
  '::placeholder': { color: tokens.ink3, opacity: 1 },
  selectors: {
    '&[aria-invalid=true]': { borderColor: tokens.stop, boxShadow: `inset 2px 0 ${tokens.stop}` },
    '&[type=date]': { width: 'auto', minWidth: '11rem' },
  },
})
export const legend = style({ fontWeight: 600, padding: 0, marginBottom: '6px' })
export const pick = style({ display: 'flex', flexWrap: 'wrap', gap: '6px' })
export const pickOne = style({
  border: `1px solid ${tokens.edge}`,
  borderRadius: '3px',
  padding: '4px 10px',
  background: tokens.raised,
  minHeight: '32px',
  position: 'relative',
  cursor: 'pointer',
  selectors: {
    '&:has(:checked)': {
      background: tokens.pen,
      borderColor: tokens.pen,
      color: tokens.onPen,
      fontWeight: 600,
    },
    '&:has(:focus-visible)': { outline: `2px solid ${tokens.pen}`, outlineOffset: '2px' },
  },
})
globalStyle(`${pickOne} input`, {
  position: 'absolute',
  inset: 0,
  opacity: 0,
  margin: 0,
  cursor: 'pointer',
})
export const check = style({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr)',
  gap: '10px',
  padding: '8px 0',
  cursor: 'pointer',
})
globalStyle(`${check} input`, {
  width: '18px',
  height: '18px',
  margin: '2px 0 0',
  accentColor: tokens.pen,
})
