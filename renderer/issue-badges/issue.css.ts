import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  alignItems: 'center',
  margin: '14px 0 4px',
})
export const line = style({
  display: 'grid',
  gridTemplateColumns: '26px minmax(0, 1fr) auto',
  gap: '2px 10px',
  alignItems: 'start',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 12px 12px',
})
export const lineShown = style([
  line,
  { background: tokens.penWash, boxShadow: `inset 4px 0 ${tokens.pen}` },
])
globalStyle(`${line} input`, {
  width: '18px',
  height: '18px',
  margin: '3px',
  accentColor: tokens.pen,
})
export const title = style({ font: `500 1.0625rem/1.5rem ${tokens.read}` })
export const failure = style({ gridColumn: '2 / -1', marginTop: '6px' })
export const section = style({ marginTop: '36px' })
/** Links in a line, far enough apart for a finger. */
export const beside = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '10px 24px',
  margin: '4px 0 10px',
})
export const issued = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 16px',
  alignItems: 'start',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 0 12px',
})
export const notes = style({ display: 'grid', gap: '10px', margin: '12px 0' })
export const paper = style({ display: 'grid', gap: '12px' })
export const found = style({ borderTop: `1px solid ${tokens.rule}`, padding: '6px 0' })
/** Links one under the other, each high enough for a finger. */
export const named = style({ listStyle: 'disc', paddingLeft: '20px' })
globalStyle(`${named} li`, { padding: '4px 0' })
export const told = style({ listStyle: 'disc', paddingLeft: '20px' })
