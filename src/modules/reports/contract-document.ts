import { z } from 'zod'
import { DocumentSetup, SIGNING_WAYS } from './contract.ts'

/** What stands on the paper beside the report itself: as saved, else as prefilled. */
export const DocumentRecord = DocumentSetup.extend({
  isSaved: z.boolean(), mayEdit: z.boolean(),
  /** A number and a day can be given: the report is approved. */
  mayIssue: z.boolean(),
  /** Who signs in which way, to choose from. */
  ways: z.array(z.object({ way: z.enum(SIGNING_WAYS), /** The lines above the signature. */ lines: z.array(z.string()), position: z.string(), name: z.string() })),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>
