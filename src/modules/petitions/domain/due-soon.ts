/** Working days before a term ends from which on it is called near. */
export const DUE_SOON_WORKING_DAYS = 3
