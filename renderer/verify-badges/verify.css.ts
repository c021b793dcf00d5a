import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

/** The sentence. */
export const sum = style({ margin: '4px 0 0', fontVariantNumeric: 'tabular-nums' })
globalStyle(`${sum} b`, { color: tokens.ink, fontWeight: 600 })

export const share = style({ display: 'flex', height: '8px', gap: '2px', margin: '12px 0 16px' })
const part = style({ minWidth: '4px', flexBasis: 0 })
export const parts = styleVariants({
  holds: [part, { background: tokens.met }],
  unknown: [
    part,
    {
      background: `repeating-linear-gradient(135deg, ${tokens.ask} 0 3px, ${tokens.askWash} 3px 6px)`,
    },
  ],
  fails: [part, { background: tokens.stop }],
  unread: [part, { background: tokens.edge }],
  apart: [
    part,
    {
      background: `repeating-linear-gradient(90deg, ${tokens.edge} 0 2px, ${tokens.paper} 2px 5px)`,
    },
  ],
})

/** How much is left, and the keys. */
export const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 18px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  marginBottom: '4px',
})
globalStyle(`${bar} label`, { padding: '4px 0' })
export const keys = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 16px',
  marginLeft: 'auto',
  '@media': { [narrow]: { marginLeft: 0 } },
})

export const ways = style({ margin: '20px 0', display: 'grid', gap: '18px', maxWidth: '44rem' })
export const pasteDo = style({ marginTop: '8px' })
export const file = style({ display: 'none' })
export const measured = style({ maxWidth: '60ch' })
export const lists = style({ maxWidth: '44rem' })
export const fingerprint = style({ marginTop: '8px' })
export const trusted = style({ marginTop: '20px' })
export const earlier = style({ marginTop: '28px', maxWidth: '44rem' })
export const leftOut = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  margin: '8px 0',
  overflowWrap: 'anywhere',
})
globalStyle(`${leftOut} li`, { padding: '4px 0', borderTop: `1px solid ${tokens.rule}` })
globalStyle(`${leftOut} summary`, { minHeight: '24px', cursor: 'pointer' })
export const over = style({
  position: 'fixed',
  inset: '8px',
  border: `2px dashed ${tokens.pen}`,
  borderRadius: '5px',
  background: tokens.penWash,
  opacity: 0.94,
  display: 'grid',
  placeContent: 'center',
  zIndex: 8,
  font: `500 1.25rem/1.75rem ${tokens.read}`,
  pointerEvents: 'none',
})
