import type { FastifyReply } from 'fastify'
import { streamXlsx } from './write-xlsx.ts'

/** Answers with the table as an XLSX file to save; `name` without its ending. */
export function sendTable(reply: FastifyReply, table: Parameters<typeof streamXlsx>[0], name: string): FastifyReply {
  return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`).send(streamXlsx(table))
}
