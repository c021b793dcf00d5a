import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

/** Under this width, or at 200 % zoom, the tabs become a row and the margin folds under the work. */
export const narrow = '(max-width: 900px)'
/** A small screen that still has both: the work's own columns draw together. */
export const small = '(min-width: 901px) and (max-width: 1100px)'

export const app = style({
  display: 'grid',
  gridTemplateColumns: '208px minmax(0, 1fr)',
  height: '100vh',
  '@media': {
    [narrow]: { display: 'block', height: 'auto' },
    print: { display: 'block', height: 'auto' },
  },
})
export const appWide = style([app, { gridTemplateColumns: 'minmax(0, 1fr)' }])
export const skip = style({
  position: 'absolute',
  left: '-999px',
  ':focus': { left: '8px', top: '8px', zIndex: 9, background: tokens.raised, padding: '6px 12px' },
})
export const side = style({
  display: 'flex',
  flexDirection: 'column',
  padding: '12px 0 10px 12px',
  // The place one is at reaches over the edge by a pixel: that is nothing to scroll to.
  overflow: 'hidden auto',
  '@media': {
    [narrow]: {
      flexFlow: 'row wrap',
      alignItems: 'center',
      padding: '6px 12px',
      gap: '2px',
      overflow: 'visible',
    },
  },
})
/** Narrow, all groups are one row that wraps: the work keeps most of the window. */
export const placeGroup = style({ '@media': { [narrow]: { display: 'contents' } } })
export const find = style({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'center',
  margin: '0 12px 14px 0',
  padding: '5px 8px',
  minHeight: '34px',
  border: `1px solid ${tokens.edge}`,
  borderRadius: '3px',
  background: tokens.sheet,
  color: tokens.ink3,
  fontSize: '0.8125rem',
  cursor: 'pointer',
  '@media': { [narrow]: { margin: '0 8px 0 0', minWidth: '150px' } },
})
export const group = style({
  fontSize: '0.75rem',
  lineHeight: '1rem',
  fontWeight: 600,
  color: tokens.ink3,
  padding: '10px 8px 4px',
  '@media': { [narrow]: { display: 'none' } },
})
export const places = style({
  '@media': { [narrow]: { display: 'contents' } },
})
export const tab = style({
  display: 'flex',
  justifyContent: 'space-between',
  padding: '4px 12px 4px 8px',
  minHeight: '30px',
  color: tokens.ink,
  textDecoration: 'none',
  border: '1px solid transparent',
  borderRight: 0,
  borderRadius: '5px 0 0 5px',
  ':hover': { background: tokens.raised },
  selectors: {
    '&[aria-current]': {
      background: tokens.sheet,
      borderColor: tokens.rule,
      fontWeight: 600,
      marginRight: '-1px',
      position: 'relative',
    },
  },
  '@media': {
    [narrow]: { borderRadius: '3px', borderRight: '1px solid transparent', gap: '6px' },
  },
})
export const count = style({
  fontWeight: 600,
  color: tokens.ask,
  fontVariantNumeric: 'tabular-nums',
})
export const who = style({
  marginTop: 'auto',
  padding: '10px 12px 0 8px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  '@media': { [narrow]: { margin: '0 0 0 auto', padding: 0 } },
})
export const main = style({
  background: tokens.sheet,
  borderLeft: `1px solid ${tokens.rule}`,
  display: 'grid',
  gridTemplateRows: 'minmax(0, 1fr) auto',
  minWidth: 0,
  minHeight: 0,
  selectors: { [`${appWide} > &`]: { borderLeft: 0 } },
  '@media': {
    [narrow]: { display: 'block', borderLeft: 0 },
    print: { display: 'block', borderLeft: 0, background: 'none' },
  },
})
/** Head over both columns, then the work and the margin. */
const screen = style({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  minHeight: 0,
  '@media': { [narrow]: { display: 'block' }, print: { display: 'block' } },
})
export const screens = styleVariants({
  usual: [
    screen,
    {
      gridTemplateColumns: 'minmax(0, 1fr) 312px',
      // On a small screen the work needs the room more.
      '@media': { [small]: { gridTemplateColumns: 'minmax(0, 1fr) 272px' } },
    },
  ],
  review: [
    screen,
    {
      gridTemplateColumns: 'minmax(0, 1fr) 556px',
      '@media': { '(max-width: 1180px)': { gridTemplateColumns: 'minmax(0, 1fr) 44%' } },
    },
  ],
  alone: [screen, { gridTemplateColumns: 'minmax(0, 1fr)' }],
})
/** The main landmark holds the head and the work; the margin beside them stands on its own. */
export const mainPart = style({ display: 'contents' })
const headBar = style({
  gridColumn: '1 / -1',
  display: 'flex',
  alignItems: 'center',
  gap: '8px 16px',
  flexWrap: 'wrap',
  borderBottom: `1px solid ${tokens.rule}`,
})
export const head = styleVariants({
  usual: [
    headBar,
    {
      padding: '14px 22px 14px 40px',
      '@media': {
        [small]: { padding: '14px 22px 14px 28px' },
        [narrow]: { padding: '12px 16px' },
      },
    },
  ],
  review: [
    headBar,
    {
      padding: '6px 20px',
      gap: '6px 20px',
      background: tokens.paper,
      '@media': { [narrow]: { padding: '8px 16px' } },
    },
  ],
})
globalStyle(`${head.usual} h1`, { fontSize: '1.375rem', lineHeight: '1.75rem' })
globalStyle(`${head.review} h1`, { fontSize: '1.0625rem', lineHeight: '1.5rem' })
/** The title where it stands in the work itself. */
export const headInWork = style({
  marginBottom: '6px',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 14px',
})
export const headActions = style({
  marginLeft: 'auto',
  display: 'flex',
  gap: '8px',
  flexWrap: 'wrap',
  ':empty': { display: 'none' },
})
const pane = style({
  overflow: 'auto',
  minWidth: 0,
  position: 'relative',
  gridRow: 2,
  // What is scrolled to, the caret too, stays clear of what sticks to the foot.
  scrollPadding: '24px 0 56px',
  ':focus-visible': { outlineOffset: '-2px', boxShadow: 'none' },
  selectors: { '&[data-arrived]:focus-visible': { outline: 'none' } },
  '@media': { [narrow]: { overflow: 'visible' }, print: { overflow: 'visible' } },
})
export const work = styleVariants({
  usual: [
    pane,
    {
      padding: '28px 36px 40px 40px',
      '@media': {
        [small]: { padding: '28px 24px 40px 28px' },
        [narrow]: { padding: '20px 16px' },
      },
    },
  ],
  review: [pane, { display: 'grid', gridTemplateRows: 'minmax(0, 1fr)' }],
})
const marginPane = style([
  pane,
  {
    borderLeft: `1px solid ${tokens.margin}`,
    '@media': {
      [narrow]: { borderLeft: 0, borderTop: `1px solid ${tokens.margin}` },
      print: { borderLeft: 0, borderTop: `1px solid ${tokens.margin}` },
    },
  },
])
export const margin = styleVariants({
  head: [
    marginPane,
    { padding: '26px 22px 20px', '@media': { [narrow]: { padding: '20px 16px' } } },
  ],
  page: [
    marginPane,
    { padding: '32px 22px 20px', '@media': { [narrow]: { padding: '20px 16px' } } },
  ],
  review: [
    marginPane,
    { padding: '18px 26px 20px', '@media': { [narrow]: { padding: '20px 16px' } } },
  ],
})
export const foot = style({
  borderTop: `1px solid ${tokens.rule}`,
  display: 'flex',
  gap: '4px 22px',
  flexWrap: 'wrap',
  alignItems: 'center',
  minHeight: '30px',
  padding: '4px 16px 4px 40px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  background: tokens.sheet,
  selectors: { [`${appWide} &`]: { paddingLeft: '20px' } },
  ':focus-visible': { outlineOffset: '-2px', boxShadow: 'none' },
  '@media': {
    // It stays in sight, for the count of the margin that is now far below.
    [small]: { paddingLeft: '28px' },
    [narrow]: { position: 'sticky', bottom: 0, zIndex: 2, padding: '6px 16px', columnGap: '20px' },
    print: { display: 'none' },
  },
})
globalStyle('html', { '@media': { [narrow]: { scrollPaddingBottom: '64px' } } })
export const footEnd = style({ marginLeft: 'auto', '@media': { [narrow]: { marginLeft: 0 } } })
export const station = style({ display: 'inline-flex', gap: '8px', alignItems: 'center' })
export const footKey = style({
  border: 0,
  padding: 0,
  minHeight: '24px',
  background: 'none',
  color: tokens.ink2,
  cursor: 'pointer',
  ':hover': { color: tokens.ink, textDecoration: 'underline', textUnderlineOffset: '3px' },
})
/** Narrow, the foot has no room for what find-or-do shows as well. */
export const footKeys = style({ '@media': { [narrow]: { display: 'none' } } })
/** Where the margin's count stands once the margin has folded under the work. */
export const footCount = style({ display: 'none', '@media': { [narrow]: { display: 'inline' } } })
export const toMargin = style({
  border: 0,
  padding: '0 4px',
  minHeight: '24px',
  background: 'none',
  color: tokens.pen,
  fontWeight: 600,
  textDecoration: 'underline',
  textUnderlineOffset: '3px',
  cursor: 'pointer',
})
