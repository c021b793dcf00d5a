/** The schema of a PostgreSQL database that holds a district's accounts. */
export const accountsSchema = 'meritfolio_accounts'

/** The number of the lock under which one process at a time writes accounts; any will do that no other lock has. */
export const accountsLock = 7_112_028
