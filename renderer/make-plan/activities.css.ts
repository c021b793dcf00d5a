import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const heading = style({ marginBottom: '6px' })
export const activity = style({
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  gap: '4px',
  borderTop: `1px solid ${tokens.rule}`,
  selectors: { '&:last-child': { marginBottom: '10px' } },
})
export const open = style({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '6px 0',
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  flex: 1,
  minWidth: 0,
})
export const done = style([open, { color: tokens.ink3 }])
globalStyle(`${open} input`, {
  width: '16px',
  height: '16px',
  margin: '3px 0 0',
  accentColor: tokens.pen,
})
export const date = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink3,
  whiteSpace: 'nowrap',
})
export const changing = style({ display: 'grid', gap: '10px', padding: '10px 0 12px', flex: 1 })
export const drop = style({
  width: '28px',
  height: '28px',
  marginTop: '3px',
  border: '1px solid transparent',
  borderRadius: '3px',
  background: 'none',
  padding: 0,
  display: 'grid',
  placeContent: 'center',
  color: tokens.ink3,
  cursor: 'pointer',
  flex: 'none',
  ':hover': { borderColor: tokens.edge, color: tokens.ink },
})
