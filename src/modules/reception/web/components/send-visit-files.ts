import { z } from 'zod'
import { api } from '#platform/web/api-client.ts'

export interface FileFault { readonly file: File; readonly error: unknown }

/** One after the other, so that one that is refused keeps no other back. Answers those that did not go, each with its reason. */
export async function sendVisitFiles(visitId: string, files: readonly File[], onDone: (done: number) => void): Promise<FileFault[]> {
  const faults: FileFault[] = []
  for (const [index, file] of files.entries()) {
    const body = new FormData()
    body.append('file', file)
    try {
      await api.upload(`/api/reception/visits/${visitId}/files`, body, z.unknown())
    } catch (error) {
      faults.push({ file, error })
    }
    onDone(index + 1)
  }
  return faults
}
