import { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { caseUrl } from '../queries.ts'

export interface AttachmentFault { readonly file: File; readonly error: unknown }
export interface SendingProgress { readonly done: number; readonly total: number; /** Of the file under way, from 0 to 1. */ readonly share: number }

/** One after the other, so that one that is refused keeps no other back. Answers those that did not go, each with its reason. */
export async function sendAttachments(caseId: string, files: readonly File[], onProgress: (progress: SendingProgress) => void): Promise<AttachmentFault[]> {
  const faults: AttachmentFault[] = []
  for (const [done, file] of files.entries()) {
    onProgress({ done, total: files.length, share: 0 })
    const body = new FormData()
    body.append('file', file)
    try {
      await api.upload(`${caseUrl(caseId)}/attachments`, body, z.unknown(), { onProgress: (share) => { onProgress({ done, total: files.length, share }) } })
    } catch (error) {
      faults.push({ file, error })
    }
  }
  return faults
}
