import type { FastifyReply } from 'fastify'
import type { OfficialDocument } from './official-document.ts'
import { writeInThread } from './write-in-thread.ts'

/** Answers with the document as a file to save; `name` without its ending. */
export async function sendDocument(reply: FastifyReply, document: OfficialDocument, format: 'docx' | 'pdf', name: string): Promise<FastifyReply> {
  const bytes = await writeInThread(document, format)
  const type = format === 'docx' ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'application/pdf'
  return reply.type(type).header('content-disposition', `attachment; filename="${name}.${format}"`).send(Buffer.from(bytes))
}
