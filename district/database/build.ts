/**
 * The district's word for its index tables and sums: another one, and they are made anew at its next start. Raised when a
 * kind's seats, hidden fields, columns or names change.
 */
export const build = 'district-4'
