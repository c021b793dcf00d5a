import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const scroll = style({
  marginRight: '-36px',
  borderTop: `1px solid ${tokens.rule}`,
  '@media': { [narrow]: { marginRight: 0, overflowX: 'auto' } },
})
export const table = style({
  borderCollapse: 'collapse',
  width: '100%',
  tableLayout: 'fixed',
  fontVariantNumeric: 'tabular-nums',
  '@media': { [narrow]: { tableLayout: 'auto' } },
})
globalStyle(`${table} th`, {
  font: `400 0.75rem/1rem ${tokens.app}`,
  color: tokens.ink3,
  textAlign: 'start',
  padding: '8px 10px 6px 0',
})
globalStyle(`${table} thead th`, {
  position: 'sticky',
  // The pane's own padding counts as its edge.
  top: '-28px',
  background: tokens.sheet,
  zIndex: 1,
  '@media': { [narrow]: { position: 'static' } },
})
globalStyle(`${table} td`, {
  padding: '5px 10px 5px 0',
  borderTop: `1px solid ${tokens.rule}`,
  verticalAlign: 'middle',
  overflowWrap: 'anywhere',
  lineHeight: '1.1875rem',
})
globalStyle(`${table} td:first-child, ${table} thead th:first-child`, { paddingLeft: '12px' })
// What is scrolled to stays clear of the heads.
globalStyle(`${table} tr`, { scrollMargin: '40px 0 12px' })

export const column = styleVariants({
  person: { width: '17%' },
  badge: { width: '20%' },
  issuer: { width: '17%' },
  signature: { width: '52px' },
  dates: { width: '46px' },
  status: { width: '64px' },
  trust: { width: '64px' },
  reason: {},
})
export const section = style({})
globalStyle(`${table} .${section}`, {
  font: `600 0.9375rem/1.375rem ${tokens.app}`,
  color: tokens.ink,
  padding: '16px 12px 6px',
})
export const cause = style({})
globalStyle(`${table} .${cause}`, {
  font: `600 0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink,
  padding: '8px 28px 6px 12px',
})
export const causeLine = style({
  display: 'flex',
  gap: '4px 12px',
  alignItems: 'center',
  justifyContent: 'space-between',
  minHeight: '26px',
  '@media': { [narrow]: { flexWrap: 'wrap' } },
})
// However long the words beside it are, the decision stays where one looks for it.
globalStyle(`${causeLine} > button`, { flex: 'none' })
export const detail = style({
  fontWeight: 400,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  marginLeft: '12px',
  overflowWrap: 'anywhere',
})
export const settled = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 10px',
  alignItems: 'center',
  fontWeight: 400,
  color: tokens.ink2,
  flex: 'none',
  maxWidth: '60%',
  '@media': { [narrow]: { flex: 'initial', maxWidth: 'none' } },
})
export const chosen = style({})
globalStyle(`${table} .${chosen} td`, { background: tokens.penWash })
// What is cut out of a mark shows the ground under it.
globalStyle(`${table} .${chosen} td path`, { vars: { '--sheet': tokens.penWash } })
globalStyle(`${table} .${chosen} td:first-child`, { boxShadow: `inset 4px 0 ${tokens.pen}` })
export const open = style({
  font: 'inherit',
  fontWeight: 600,
  border: 0,
  background: 'none',
  padding: 0,
  display: 'block',
  minHeight: '24px',
  textAlign: 'start',
  cursor: 'pointer',
  color: tokens.ink,
  overflowWrap: 'anywhere',
  ':hover': { textDecoration: 'underline', textUnderlineOffset: '3px' },
})
/** What a stranger wrote may be as long as they like: the list shows its beginning, and why shows it all. */
export const few = style({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
})
/** The host under an issuer's name: a name can be anybody's. */
export const under = style({
  display: 'block',
  fontWeight: 400,
  fontSize: '0.75rem',
  lineHeight: '0.9375rem',
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})
export const issuerCell = style({ '@media': { [narrow]: { display: 'none' } } })
export const markCell = style({ whiteSpace: 'nowrap' })
globalStyle(`${table} td.${markCell}, ${table} th.${markCell}`, { paddingRight: 0 })
globalStyle(`${table} th.${markCell}`, { whiteSpace: 'nowrap' })
export const reason = style({
  fontSize: '0.8125rem',
  color: tokens.ink2,
  '@media': { [narrow]: { minWidth: '7rem' } },
})
export const moreCell = style({})
export const more = style({
  font: `400 0.8125rem/1.125rem ${tokens.app}`,
  border: 0,
  background: 'none',
  padding: '2px 0',
  minHeight: '24px',
  color: tokens.pen,
  textDecoration: 'underline',
  textUnderlineOffset: '3px',
  textDecorationThickness: '1px',
  cursor: 'pointer',
})
export const pages = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '6px 10px',
  alignItems: 'center',
  fontSize: '0.8125rem',
  color: tokens.ink2,
})
