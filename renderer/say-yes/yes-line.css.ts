import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const line = style({ display: 'grid', gap: '6px', justifyItems: 'start' })
export const title = style({ font: `500 1.0625rem/1.5rem ${tokens.read}` })
