import type { FastifyReply } from 'fastify'
import type { OfficialDocument } from './official-document.ts'
import { writeInThread } from './write-in-thread.ts'

/** The picture is shown within a page of ours and does nothing by itself. */
const PICTURE_SECURITY = "default-src 'none'; style-src 'unsafe-inline'"

/** Answers with the document as a file to save, or as a picture of its pages to look at; `name` without its ending. */
export async function sendDocument(reply: FastifyReply, document: OfficialDocument, format: 'docx' | 'pdf' | 'svg', name: string): Promise<FastifyReply> {
  const bytes = await writeInThread(document, format)
  if (format === 'svg') return reply.type('image/svg+xml').header('content-security-policy', PICTURE_SECURITY).header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  const type = format === 'docx' ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'application/pdf'
  return reply.type(type).header('content-disposition', `attachment; filename="${name}.${format}"`).send(Buffer.from(bytes))
}
