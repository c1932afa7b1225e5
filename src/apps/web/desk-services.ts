import { noticesAt } from '#platform/web/notices.ts'
import { searchServer, type SearchProvider } from '#platform/web/search.ts'

/** Where the frame of the desk gets what it shows besides pages. */
export const noticeSource = noticesAt('/api/people/me/notices')
export const searchProviders: readonly SearchProvider[] = [searchServer]
export const SIGN_OUT_API = '/api/people/sign-out'
