/**
 * How sure a shipped fact is. `verified`: read in its source; `unverified`: "chưa xác minh", shown so wherever it is used;
 * `illustrative`: "mẫu minh họa", a default to be replaced by the province's own.
 */
export const CERTAINTIES = ['verified', 'unverified', 'illustrative'] as const
export type Certainty = (typeof CERTAINTIES)[number]
