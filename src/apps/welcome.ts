import { demonstrationLogins } from '#database/seed/demonstration-logins.ts'
import { makeFirstAdministratorLink } from '#modules/people/server/index.ts'
import { runWork } from '#platform/server/work.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import type { System } from './system.ts'

/** What a person reads after the start: the address, and the logins or the link with which to begin. */
export async function welcome({ address, context, demonstration }: System): Promise<string> {
  const lines = ['', `Gần Dân đang chạy tại ${address}`, `API: ${address}/api`, '']
  if (demonstration) {
    lines.push('DỮ LIỆU TRÌNH DIỄN. Đăng nhập (mật khẩu chung: dan-van-kheo-2026):')
    for (const { login, name } of demonstrationLogins) lines.push(`  ${login.padEnd(18)}${name}`)
  } else {
    const link = await runWork(context, { actor: SYSTEM, requestId: null }, (work) => makeFirstAdministratorLink(work, address))
    if (link !== null) lines.push('Chưa có quản trị viên. Mở liên kết dùng một lần này để tạo tài khoản đầu tiên:', `  ${link}`)
  }
  lines.push('', 'Nhấn Ctrl-C để dừng.', '')
  return lines.join('\n')
}
