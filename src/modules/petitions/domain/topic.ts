/** The columns by which the inspectorate's forms divide matters (Thông tư 01/2024/TT-TTCP, biểu 02–04/XLD). */
export const TOPIC_FIELDS = ['policy', 'land', 'civil-service', 'other-administrative', 'corruption', 'judicial', 'party', 'other'] as const
export type TopicField = (typeof TOPIC_FIELDS)[number]
