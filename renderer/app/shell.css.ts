import { globalStyle, style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const alone = style({
  maxWidth: '44rem',
  margin: '64px auto',
  padding: '0 24px',
  display: 'grid',
  gap: '16px',
})
export const person = style({
  display: 'grid',
  gap: '4px',
  '@media': {
    [narrow]: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' },
  },
})
export const name = style({ color: tokens.ink })
/** Narrow, the demo's names beside it say who it is. */
export const nameAbove = style([name, { '@media': { [narrow]: { display: 'none' } } }])
/** Narrow, the name alone says who it is. */
export const place = style({ '@media': { [narrow]: { display: 'none' } } })
/** In the demo, everybody whom one can be: a name is a press. */
export const demo = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 10px',
  margin: '2px 0',
  '@media': { [narrow]: { margin: 0 } },
})
const smallPress = style({
  minHeight: '24px',
  padding: 0,
  border: 0,
  background: 'none',
  color: tokens.pen,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  textDecoration: 'underline',
  textUnderlineOffset: '3px',
  cursor: 'pointer',
})
export const demoPerson = style([
  smallPress,
  {
    selectors: {
      '&[aria-pressed=true]': { color: tokens.ink, fontWeight: 600, textDecoration: 'none' },
    },
  },
])
export const leaveDemo = style([smallPress, { justifySelf: 'start' }])
export const theme = style({
  display: 'inline-flex',
  gap: '6px',
  alignItems: 'center',
  minHeight: '24px',
  color: tokens.ink3,
})
globalStyle(`${theme} input`, { accentColor: tokens.pen, margin: 0, width: '16px', height: '16px' })
export const dropping = style({
  position: 'fixed',
  inset: '8px',
  border: `2px dashed ${tokens.pen}`,
  borderRadius: '5px',
  background: tokens.penWash,
  opacity: 0.92,
  display: 'grid',
  placeContent: 'center',
  zIndex: 8,
  font: `500 1.25rem/1.75rem ${tokens.read}`,
  pointerEvents: 'none',
})
/** One of two versions of a text; what differs has the wavy line of a problem. */
export const versionText = style({
  font: `0.9375rem/1.5rem ${tokens.read}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  marginBottom: '10px',
})
globalStyle(`${versionText} mark`, {
  background: 'none',
  color: 'inherit',
  textDecoration: `underline wavy ${tokens.ask}`,
})

/** Places that somebody pointed at, one under the other. */
export const pointedAt = style({ display: 'grid', gap: '6px', marginTop: '6px' })

/** Two versions of a text stand apart from the text in place below them. */
export const versions = style({ marginBottom: '14px' })
