/** How many days before a period's last day its report becomes work, in "Việc của tôi" and for reminders: before, there is little to write yet. */
export const CLOSING_SOON_DAYS = 15
