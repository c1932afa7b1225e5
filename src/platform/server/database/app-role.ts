import type { Connection } from './connection.ts'
import { StartError } from './start-error.ts'

/** The role the application works as; it owns nothing and cannot change the audit trail. */
export const APP_ROLE = 'gandan_app'

/** Makes the role where the server lets us, and makes sure that the connecting user may take it on. */
export async function ensureAppRole({ pool }: Connection): Promise<void> {
  try {
    const { rowCount } = await pool.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
    if (rowCount === 0) await pool.query(`create role ${APP_ROLE} login`)
    await pool.query(`do $$ begin
      if not pg_has_role(current_user, '${APP_ROLE}', 'member') then execute format('grant ${APP_ROLE} to %I', current_user); end if;
    end $$`)
    await pool.query(`do $$ begin execute format('grant connect, temporary on database %I to ${APP_ROLE}', current_database()); end $$`)
  } catch (cause) {
    throw new StartError(
      `Người dùng cơ sở dữ liệu không tạo được vai trò ${APP_ROLE}: quản trị viên hãy chạy "create role ${APP_ROLE}; grant ${APP_ROLE} to <người dùng>".`,
      `The database user cannot make the role ${APP_ROLE}: have an administrator run "create role ${APP_ROLE}; grant ${APP_ROLE} to <user>".`,
      { cause },
    )
  }
}
