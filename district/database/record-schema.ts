/** The schema of a PostgreSQL database that holds a district's records. */
export const recordSchema = 'meritfolio_record'
