/** How a badge's page writes dates: always with the year, since it is read, printed and kept for years. */
export interface SayOfBadges {
  /** "November 26, 2026" of an instant (epoch ms). */
  day(atMs: number): string
  /** "November 26, 2026, 10:42 AM CST" of an instant (epoch ms). */
  moment(atMs: number): string
}
