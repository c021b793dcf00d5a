/** As whom the district acts by itself, in the place of a person's id. */
export const districtItself = 'district'
