import encodeQR from 'qr'
import { useMemo } from 'react'
import * as look from './settings.css.ts'

interface Drawing {
  readonly text: string
  readonly label: string
}

/** Light modules round the code, which readers need (ISO/IEC 18004, 6.3.8). */
const border = 4

/** A text as a QR code. */
export function QrCode({ text, label }: Drawing) {
  const rows = useMemo(() => encodeQR(text, 'raw', { border }), [text])
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      className={look.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
