import { globalStyle, style } from '@vanilla-extract/css'
import { narrow, small } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const page = style({
  display: 'grid',
  gridTemplateColumns: '152px minmax(0, 1fr)',
  gap: '0 34px',
  '@media': {
    [small]: { gridTemplateColumns: '116px minmax(0, 1fr)', gap: '0 20px' },
    [narrow]: { display: 'block' },
  },
})
export const parts = style({
  position: 'sticky',
  top: 0,
  alignSelf: 'start',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  '@media': { [narrow]: { position: 'static', marginBottom: '20px' } },
})
export const part = style({
  display: 'block',
  padding: '6px 12px 8px',
  color: tokens.ink2,
  textDecoration: 'none',
  borderLeft: `2px solid ${tokens.rule}`,
  selectors: { '&[aria-current]': { borderColor: tokens.pen, color: tokens.ink } },
})
globalStyle(`${part} strong`, {
  display: 'block',
  fontSize: '0.9375rem',
  lineHeight: '1.25rem',
  fontWeight: 400,
})
globalStyle(`${part}[aria-current] strong`, { fontWeight: 600 })
export const question = style({ marginBottom: '34px', scrollMarginTop: '20px' })
export const files = style({ marginTop: '4px' })
export const slotHead = style({
  margin: '14px 0 4px',
  display: 'flex',
  justifyContent: 'space-between',
  gap: '12px',
})
export const file = style({
  display: 'grid',
  gridTemplateColumns: '40px minmax(0, 1fr) auto',
  gap: '0 14px',
  alignItems: 'center',
  padding: '9px 0',
  borderTop: `1px solid ${tokens.rule}`,
  selectors: { '&:last-child': { borderBottom: `1px solid ${tokens.rule}` } },
})
export const thumb = style({
  width: '40px',
  height: '48px',
  border: `1px solid ${tokens.edge}`,
  background: tokens.raised,
  borderRadius: '2px',
  padding: '6px 5px',
  display: 'grid',
  gap: '3px',
  alignContent: 'start',
})
globalStyle(`${thumb} b`, { height: '2px', background: tokens.rule })
export const thumbFilm = style({
  width: '40px',
  height: '30px',
  background: tokens.edge,
  borderRadius: '2px',
})
export const add = style({
  border: `1px dashed ${tokens.edge}`,
  borderRadius: '3px',
  padding: '9px 12px',
  marginTop: '10px',
  color: tokens.ink2,
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
})
/** Files are held over it. Above what says that they may be dropped anywhere. */
export const addOver = style([
  add,
  {
    borderColor: tokens.pen,
    background: tokens.raised,
    color: tokens.ink,
    position: 'relative',
    zIndex: 9,
  },
])
export const addLink = style({
  background: 'none',
  border: 0,
  padding: 0,
  color: tokens.pen,
  textDecoration: 'underline',
  textUnderlineOffset: '3px',
  cursor: 'pointer',
  minHeight: '24px',
})
/** A question above its answer, as it was sent. */
export const sentAnswer = style({ marginBottom: '18px' })
export const sentText = style({ marginTop: '4px', whiteSpace: 'pre-wrap' })
export const sentFile = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: '2px 16px',
  padding: '9px 0',
  borderTop: `1px solid ${tokens.rule}`,
  selectors: { '&:last-child': { borderBottom: `1px solid ${tokens.rule}` } },
})
/** Where a claim stands, above what was sent. */
export const standing = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 16px',
  marginBottom: '26px',
})
/** Clear of the ring round the field under it. */
export const hint = style({ marginBottom: '8px' })
export const stands = style({
  borderLeft: `4px solid ${tokens.met}`,
  paddingLeft: '14px',
  color: tokens.ink2,
})
export const tally = style({ font: `500 1.25rem/1.75rem ${tokens.read}`, marginBottom: '2px' })
export const finding = style({ padding: '10px 0', borderTop: `1px solid ${tokens.rule}` })
/** What the coach found, apart from what is left to do. */
export const found = style({ marginBottom: '26px' })
export const list = style({ marginTop: '20px', maxWidth: '60rem' })
export const line = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 16px',
  alignItems: 'center',
  padding: '10px 0',
  borderTop: `1px solid ${tokens.rule}`,
})
/** What an earlier claim holds, above what is being written. */
export const bring = style({
  borderLeft: `4px solid ${tokens.ask}`,
  background: tokens.askWash,
  padding: '10px 14px',
  marginBottom: '22px',
  display: 'grid',
  gap: '8px',
  maxWidth: '44rem',
})
/** The way out, after everything else. */
export const givingUp = style({
  marginTop: '34px',
  paddingTop: '12px',
  borderTop: `1px solid ${tokens.rule}`,
  display: 'grid',
  gap: '2px',
  justifyItems: 'start',
})
