import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const whyTitle = style({ overflowWrap: 'anywhere' })
export const anywhere = style({ overflowWrap: 'anywhere' })
export const notRead = style({ margin: '8px 0', overflowWrap: 'anywhere' })
export const verdictSmall = style({ fontWeight: 600, marginTop: '8px' })

/** The four answers in the margin, one under the other. */
export const whyMarks = style({ marginTop: '12px' })
globalStyle(`${whyMarks} > div`, { padding: '10px 0', borderTop: `1px solid ${tokens.rule}` })
globalStyle(`${whyMarks} dt`, {
  fontWeight: 600,
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: '0 10px',
  alignItems: 'start',
})
globalStyle(`${whyMarks} dt > span`, { marginTop: '2px' })
globalStyle(`${whyMarks} dd`, {
  margin: 0,
  paddingLeft: '28px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})
export const nextStep = style({
  margin: '10px 0',
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  maxWidth: '68ch',
})
const box = style({
  margin: '14px -22px',
  padding: '14px 22px 10px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  '@media': { [narrow]: { marginInline: '-16px', paddingInline: '16px' } },
})
export const decide = style([box, { background: tokens.askWash }])
export const decided = style([
  box,
  { background: tokens.penWash, display: 'grid', gap: '6px', justifyItems: 'start' },
])
globalStyle(`${decide} h3, ${decided} h3`, {
  fontSize: '0.9375rem',
  lineHeight: '1.375rem',
  fontWeight: 600,
})
globalStyle(`${decide} p`, { color: tokens.ink2, margin: '2px 0 10px' })
globalStyle(`${decided} p`, { color: tokens.ink2 })
globalStyle(`${decide} button`, { margin: '0 6px 6px 0' })
export const voiceOfReason = style({})
globalStyle(`${decided} .${voiceOfReason}`, {
  font: `0.9375rem/1.5rem ${tokens.read}`,
  color: tokens.ink,
  overflowWrap: 'anywhere',
})
export const whyFacts = style({
  margin: '12px 0 4px',
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  overflowWrap: 'anywhere',
})
globalStyle(`${whyFacts} p`, { marginTop: '8px', maxWidth: '68ch' })
export const checks = style({ marginTop: '12px', fontSize: '0.8125rem', lineHeight: '1.125rem' })
globalStyle(`${checks} summary`, { minHeight: '24px', cursor: 'pointer' })
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
/** What the network may tell, below what can be done. */
export const network = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  marginTop: '10px',
})
globalStyle(`${network} p`, { marginBottom: '6px' })
export const againLine = style({ margin: '12px 0 8px' })
export const about = style({
  marginTop: '20px',
  paddingTop: '12px',
  borderTop: `1px solid ${tokens.rule}`,
  display: 'grid',
  gap: '10px',
})

/** One badge alone. */
export const one = style({ maxWidth: '52rem', display: 'grid', gap: '8px' })
const verdictOfOne = style({ fontWeight: 600, margin: '4px 0 8px' })
export const verdict = styleVariants({
  holds: [verdictOfOne, { color: tokens.met }],
  unknown: [verdictOfOne, { color: tokens.ask }],
  fails: [verdictOfOne, { color: tokens.stop }],
  unread: [verdictOfOne, { color: tokens.ink }],
  apart: [verdictOfOne, { color: tokens.ink }],
})
