import { demonstrationReceipts } from '#database/seed/citizens/receipts.ts'
import { DEMONSTRATION_PASSWORD, letterLogins, workLogins } from '#database/seed/demonstration-logins.ts'
import { makeFirstAdministratorLink } from '#modules/people/server/index.ts'
import { addressIn } from '#platform/portal/languages.ts'
import { runWork } from '#platform/server/work.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import type { System } from './system.ts'

/** What a person reads after the start: the address, and the logins or the link with which to begin. */
export async function welcome({ address, context, demonstration }: System): Promise<string> {
  const lines = ['', `Gần Dân đang chạy tại ${address}`, `API: ${address}/api`, '']
  if (demonstration) {
    lines.push(`DỮ LIỆU TRÌNH DIỄN. Đăng nhập (mật khẩu chung: ${DEMONSTRATION_PASSWORD}):`)
    for (const { login, name } of workLogins) lines.push(`  ${login.padEnd(18)}${name}`)
    lines.push('', 'Tiếp công dân, xử lý đơn, giải quyết:')
    for (const { login, name } of letterLogins) lines.push(`  ${login.padEnd(18)}${name}`)
    lines.push('', `Cổng cho người dân, không cần tài khoản: ${address}${addressIn('vi', '/')}`)
    for (const { code, about } of await demonstrationReceipts(context.db)) lines.push(`  tra cứu thử: ${code}  ${about}`)
  } else {
    const link = await runWork(context, { actor: SYSTEM, requestId: null }, (work) => makeFirstAdministratorLink(work, address))
    if (link !== null) lines.push('Chưa có quản trị viên. Mở liên kết dùng một lần này để tạo tài khoản đầu tiên:', `  ${link}`)
  }
  lines.push('', 'Nhấn Ctrl-C để dừng.', '')
  return lines.join('\n')
}
