import { globalStyle, style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

/** Evidence: tabs, what is open, and the bar below it. */
export const look = style({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  height: '100%',
  background: tokens.paper,
  '@media': { [narrow]: { display: 'block', height: 'auto' } },
})
export const panel = style({
  overflow: 'auto',
  background: tokens.sheet,
  minHeight: 0,
  '@media': { [narrow]: { minHeight: '60vh' } },
})
export const pages = style({ padding: '22px 30px 30px' })
export const page = style({
  maxWidth: '40rem',
  margin: '0 auto',
  background: tokens.raised,
  border: `1px solid ${tokens.rule}`,
  padding: '26px 36px 36px',
  '@media': { [narrow]: { padding: '18px 16px' } },
})
export const answered = style({
  selectors: {
    '& + &': { marginTop: '28px', paddingTop: '20px', borderTop: `1px solid ${tokens.rule}` },
  },
})
export const written = style({
  font: `1.0625rem/1.75rem ${tokens.read}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  margin: '8px 0 6px',
})
export const caption = style({
  padding: '10px 20px',
  borderBottom: `1px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
})
export const shown = style({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  height: '100%',
  '@media': { [narrow]: { height: '70vh' } },
})
export const bar = style({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gap: '14px',
  alignItems: 'center',
  padding: '8px 20px 10px',
  borderTop: `1px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  color: tokens.ink2,
})
export const barButtons = style({ display: 'flex', gap: '8px' })
export const line = style({
  height: '26px',
  position: 'relative',
  background: `linear-gradient(${tokens.edge}, ${tokens.edge}) 0 50% / 100% 1px no-repeat`,
})
export const span = style({
  position: 'absolute',
  top: '4px',
  bottom: '4px',
  minWidth: '16px',
  background: tokens.mark,
  color: tokens.ink,
  border: `solid ${tokens.edge}`,
  borderWidth: '0 1px',
  font: `0.75rem/1.125rem ${tokens.app}`,
  textAlign: 'center',
  overflow: 'hidden',
})
export const now = style({
  position: 'absolute',
  top: 0,
  bottom: 0,
  width: '2px',
  background: tokens.pen,
})

/** Judgement: one criterion open, the others one line each. */
export const criterion = style({
  borderTop: `1px solid ${tokens.rule}`,
  selectors: { '&:last-of-type': { borderBottom: `1px solid ${tokens.rule}` } },
})
export const folded = style({
  font: 'inherit',
  width: '100%',
  textAlign: 'start',
  border: 0,
  background: 'none',
  cursor: 'pointer',
  padding: '9px 0',
  minHeight: '40px',
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr) auto',
  gap: '0 8px',
  ':hover': { background: tokens.raised },
})
export const number = style({ color: tokens.ink3, fontVariantNumeric: 'tabular-nums' })
export const level = style({
  color: tokens.ink2,
  fontSize: '0.8125rem',
  lineHeight: '1.375rem',
  maxWidth: '11rem',
  textAlign: 'end',
})
export const open = style({ padding: '14px 0 18px', ':focus-visible': { outlineOffset: '4px' } })
globalStyle(`${open} h2`, { font: `500 1.25rem/1.75rem ${tokens.read}`, marginBottom: '10px' })
export const before = style({
  borderLeft: `2px solid ${tokens.rule}`,
  padding: '2px 0 2px 12px',
  margin: '0 0 12px',
})
export const guidance = style({
  borderLeft: `2px solid ${tokens.rule}`,
  padding: '2px 0 2px 12px',
  margin: '12px 0 0',
  display: 'grid',
  gap: '8px',
})
export const asked = style({ display: 'grid', gap: '8px', paddingLeft: '16px' })
export const notes = style({ margin: '12px 0 4px' })
export const note = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(92px, auto) minmax(0, 1fr) auto',
  gap: '0 12px',
  padding: '6px 0',
  alignItems: 'start',
})
export const noteText = style({ font: `0.9375rem/1.5rem ${tokens.read}`, overflowWrap: 'anywhere' })
export const comment = style({ margin: '10px 0 0' })
export const keys = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 14px',
  marginTop: '12px',
  fontSize: '0.8125rem',
  lineHeight: '1.5rem',
  color: tokens.ink2,
})
export const under = style({
  marginTop: '16px',
  display: 'grid',
  gap: '4px',
  justifyItems: 'start',
})
export const left = style({ marginBottom: '18px' })
export const noteAll = style({ marginBottom: '16px' })
export const decided = style({ maxWidth: '68ch', display: 'grid', gap: '14px' })
export const found = style({ borderTop: `1px solid ${tokens.rule}`, padding: '12px 0' })
export const keptText = style({ whiteSpace: 'pre-wrap' })
