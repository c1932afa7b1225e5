import type { Db } from './database/connection.ts'
import { StartError } from './database/start-error.ts'
import type { Secrets } from './secrets.ts'
import { settingStore } from './setting-store.ts'

const SETTING = 'secrets'

/**
 * The database remembers, by a key that opens nothing, with which secret it was written. A start with another, because a file was lost or
 * a variable forgotten, would write what cannot be read together with what was there: it is refused. Throws StartError.
 */
export async function requireSameSecrets(db: Db, secrets: Secrets): Promise<void> {
  const settings = settingStore(db)
  const marks = secrets.keys('platform.mark').map((key) => key.toString('base64url'))
  const known = await settings.find(SETTING)
  if (known !== undefined && !marks.some((mark) => mark === known)) {
    throw new StartError(
      'Cơ sở dữ liệu này đã dùng một khóa bí mật khác: hãy phục hồi tệp secrets.json trong thư mục dữ liệu (hoặc đặt lại GANDAN_SECRET), xem docs/runbooks/backup-and-restore.md.',
      'This database was used with another secret: restore secrets.json in the data folder (or set GANDAN_SECRET again); see docs/runbooks/backup-and-restore.md.',
    )
  }
  const [mark] = marks
  if (mark !== undefined && mark !== known) await settings.put(SETTING, mark)
}
