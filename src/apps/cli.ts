import { StartError } from '#platform/server/database/start-error.ts'
import type { Command, Output } from './command.ts'

/** Loaded only when called, so that `read-plan` opens no database and `serve` reads no plan. */
const COMMANDS: Readonly<Record<string, { says: string; load: () => Promise<Command> }>> = {
  serve: { says: 'chạy hệ thống (npm start)', load: async () => (await import('./commands/serve.ts')).serve },
  seed: { says: 'nạp dữ liệu: --nation, --demo', load: async () => (await import('./commands/seed.ts')).seed },
  'read-plan': { says: 'đọc một kế hoạch thành dữ liệu: TỆP [--json]', load: async () => (await import('./commands/read-plan.ts')).readPlanCommand },
  report: { says: 'mở, xem, tổng hợp kỳ báo cáo: open|status|consolidate --form MÃ --period 2021-H2 --as TÊN', load: async () => (await import('./commands/report.ts')).reportCommand },
  deadline: { says: 'tính hạn và lý do: --procedure complaint --step first-resolution --from 2025-01-20 [--json]', load: async () => (await import('./commands/deadline.ts')).deadlineCommand },
  rules: { says: 'quy định về thời hạn: list | check [TỆP.csv]', load: async () => (await import('./commands/rules.ts')).rulesCommand },
  calendar: { says: 'dự kiến ngày nghỉ của năm chưa quyết định: project --year 2028', load: async () => (await import('./commands/calendar.ts')).calendarCommand },
  'verify-audit': { says: 'kiểm tra chuỗi nhật ký', load: async () => (await import('./commands/verify-audit.ts')).verifyAudit },
  'admin-link': { says: 'tạo liên kết một lần cho quản trị viên', load: async () => (await import('./commands/admin-link.ts')).adminLink },
}

/** Exit codes: 0 done, 1 cannot start or failed, 2 bad input. */
export async function main(args: string[], out: Output = process.stdout, err: Output = process.stderr): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = COMMANDS[name]
  if (command === undefined) {
    const list = Object.entries(COMMANDS).map(([key, { says }]) => `  gandan ${key.padEnd(14)}${says}\n`).join('')
    const asked = name === 'help' || name === '--help' || name === '-h'
    const target = asked ? out : err
    target.write(`${asked ? '' : `Không có lệnh "${name}". No such command.\n`}Các lệnh:\n${list}`)
    return asked ? 0 : 2
  }
  try {
    return await (await command.load())(rest, out, err)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    err.write(`${error.message}\n`)
    return 1
  }
}
