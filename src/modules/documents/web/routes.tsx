import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const documentRoutes: ModuleRoute[] = [
  { path: '/van-ban', page: async () => (await import('./pages/document-list-page.tsx')).DocumentListPage },
  { path: '/van-ban/den', page: async () => (await import('./pages/inbox-page.tsx')).InboxPage },
  { path: '/van-ban/moi', page: async () => (await import('./pages/register-page.tsx')).RegisterPage },
  { path: '/van-ban/$documentId', page: async () => (await import('./pages/document-page.tsx')).DocumentPage },
  { path: '/van-ban/$documentId/sua', page: async () => (await import('./pages/edit-document-page.tsx')).EditDocumentPage },
]

export const documentNavigation: NavigationEntry[] = [
  { subject: 'documents', path: '/van-ban', label: 'documents.library' },
  { subject: 'documents', path: '/van-ban/den', label: 'documents.inbox', mayOpen: (session) => holds(session, 'documents.acknowledge') },
]
