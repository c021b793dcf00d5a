import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const share = style({ display: 'flex', height: '8px', gap: '2px', margin: '12px 0 16px' })
const part = style({ minWidth: '4px' })
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
})
export const table = style({ borderCollapse: 'collapse', width: '100%' })
globalStyle(`${table} th`, {
  font: `400 0.75rem/1rem ${tokens.app}`,
  color: tokens.ink3,
  textAlign: 'start',
  padding: '8px 10px 6px 0',
})
globalStyle(`${table} td`, {
  padding: '8px 10px 8px 0',
  borderTop: `1px solid ${tokens.rule}`,
  verticalAlign: 'top',
})
globalStyle(`${table} td:first-child, ${table} th:first-child`, { paddingLeft: '12px' })
export const group = style({})
globalStyle(`${table} .${group}`, {
  font: `600 0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink,
  padding: '18px 0 6px 12px',
})
export const chosen = style({})
globalStyle(`${table} .${chosen} td`, { background: tokens.penWash })
globalStyle(`${table} .${chosen} td:first-child`, { boxShadow: `inset 4px 0 ${tokens.pen}` })
export const open = style({
  font: 'inherit',
  fontWeight: 600,
  border: 0,
  background: 'none',
  padding: 0,
  minHeight: '24px',
  textAlign: 'start',
  cursor: 'pointer',
  color: tokens.ink,
  overflowWrap: 'anywhere',
  ':hover': { textDecoration: 'underline', textUnderlineOffset: '3px' },
})
export const under = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})
export const markCell = style({ width: '58px', minWidth: '58px', whiteSpace: 'nowrap' })
export const ageUnder = style({
  display: 'block',
  fontSize: '0.75rem',
  lineHeight: '1rem',
  color: tokens.ink3,
  whiteSpace: 'normal',
})
export const reason = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  minWidth: '9rem',
  overflowWrap: 'anywhere',
  '@media': { [narrow]: { minWidth: 0 } },
})
export const scroll = style({ overflowX: 'auto' })
export const ways = style({ marginTop: '24px', display: 'grid', gap: '18px', maxWidth: '44rem' })
export const file = style({ display: 'none' })
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
export const whyFacts = style({
  margin: '12px 0 4px',
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
})
export const checks = style({ marginTop: '12px', fontSize: '0.8125rem', lineHeight: '1.125rem' })
export const oneCheck = style({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '8px 0',
  borderTop: `1px solid ${tokens.rule}`,
})
export const code = style({
  font: `0.75rem/1.125rem ${tokens.mono}`,
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})

/** A text whose own lines count. */
export const lines = style({ whiteSpace: 'pre-line' })
