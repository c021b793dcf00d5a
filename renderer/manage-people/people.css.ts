import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const count = style({ fontWeight: 400, color: tokens.ink3, marginInlineStart: '6px' })
export const person = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 12rem) minmax(0, 33rem)',
  gap: '4px 20px',
  alignItems: 'center',
  '@media': { '(max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const computers = style({ display: 'block', color: tokens.ink3 })
const panel = style({
  display: 'grid',
  gap: '14px',
  margin: '12px 0 6px',
  padding: '16px 18px',
  border: `1px solid ${tokens.rule}`,
  background: tokens.raised,
})
export const form = style([panel, { borderTop: `2px solid ${tokens.pen}` }])
export const invitation = style([panel, { borderTop: `2px solid ${tokens.met}` }])
export const sure = style([panel, { borderTop: `2px solid ${tokens.stop}` }])
export const legend = style({ fontWeight: 600, padding: 0 })
export const error = style({ color: tokens.stop, fontSize: '0.8125rem' })
export const facts = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 10rem) minmax(0, 1fr)',
  gap: '6px 20px',
})
globalStyle(`${facts} dt`, { color: tokens.ink2 })
globalStyle(`${facts} dd`, { overflowWrap: 'anywhere' })
/** A link to be copied, not to be followed. */
export const link = style({ fontFamily: tokens.mono, fontSize: '0.8125rem', userSelect: 'all' })
export const code = style({ font: `1.0625rem/1.5rem ${tokens.mono}`, userSelect: 'all' })
