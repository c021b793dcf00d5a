import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const list = style({ marginTop: '20px' })
export const name = style({ fontWeight: 600 })
export const reading = style({ margin: '14px 0', display: 'grid', gap: '6px', maxWidth: '30rem' })
export const progress = style({ width: '100%', height: '8px', accentColor: tokens.pen })
export const answer = style({
  margin: '16px 0',
  display: 'grid',
  gap: '12px',
  justifyItems: 'start',
})
export const caption = style({ textAlign: 'start', fontWeight: 600, paddingBottom: '4px' })
export const table = style({ borderCollapse: 'collapse', fontSize: '0.8125rem' })
globalStyle(`${table} th, ${table} td`, {
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 400,
  padding: '6px 14px 6px 0',
  borderTop: `1px solid ${tokens.rule}`,
})
globalStyle(`${table} thead th`, { color: tokens.ink3, border: 0 })
export const mono = style({
  font: `0.75rem/1.125rem ${tokens.mono}`,
  overflowWrap: 'anywhere',
  maxWidth: '22rem',
})
export const search = style({ margin: '16px 0' })
export const retired = style({ margin: '20px 0', display: 'grid', gap: '8px' })
export const tree = style({ borderTop: `1px solid ${tokens.rule}`, paddingTop: '6px' })
export const branch = style({
  marginLeft: '11px',
  paddingLeft: '12px',
  borderLeft: `1px solid ${tokens.rule}`,
})
export const twig = style({ display: 'flex', alignItems: 'flex-start', gap: '2px' })
export const turn = style({
  width: '26px',
  height: '28px',
  border: 0,
  background: 'none',
  padding: 0,
  display: 'grid',
  placeContent: 'center',
  color: tokens.ink2,
  cursor: 'pointer',
  flex: 'none',
})
export const leaf = style({ width: '26px', flex: 'none' })
export const statement = style({
  border: '1px solid transparent',
  borderRadius: '3px',
  background: 'none',
  padding: '3px 8px',
  minHeight: '28px',
  textAlign: 'start',
  display: 'flex',
  gap: '10px',
  alignItems: 'baseline',
  cursor: 'pointer',
  minWidth: 0,
  ':hover': { borderColor: tokens.rule },
})
export const chosen = style([
  statement,
  { background: tokens.penWash, boxShadow: `inset 4px 0 ${tokens.pen}` },
])
export const code = style({
  font: `0.8125rem/1.25rem ${tokens.mono}`,
  color: tokens.ink2,
  flex: 'none',
})
export const text = style({
  font: `0.9375rem/1.375rem ${tokens.read}`,
  overflowWrap: 'anywhere',
  maxWidth: '68ch',
})
export const below = style({ color: tokens.ink3, padding: '5px 4px', whiteSpace: 'nowrap' })
export const levels = style({ display: 'grid', gap: '10px' })
