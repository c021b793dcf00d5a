/** Whether a day is a Saturday or a Sunday (`atMs`: its midnight in UTC): those never count. */
export const isWeekend = (atMs: number): boolean => [0, 6].includes(new Date(atMs).getUTCDay())
