import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const petitionRoutes: ModuleRoute[] = [
  { path: '/don-thu', page: async () => (await import('./pages/case-list-page.tsx')).CaseListPage },
  { path: '/don-thu/moi', page: async () => (await import('./pages/register-case-page.tsx')).RegisterCasePage },
  { path: '/don-thu/den-han', page: async () => (await import('./pages/due-board-page.tsx')).DueBoardPage },
  { path: '/don-thu/diem-nong', page: async () => (await import('./pages/hot-spots-page.tsx')).HotSpotsPage },
  { path: '/don-thu/$caseId', page: async () => (await import('./pages/case-page.tsx')).CasePage },
  { path: '/don-thu/$caseId/phan-loai', page: async () => (await import('./pages/sort-case-page.tsx')).SortCasePage },
  { path: '/don-thu/$caseId/sua', page: async () => (await import('./pages/edit-case-page.tsx')).EditCasePage },
  { path: '/don-thu/$caseId/bien-nhan', page: async () => (await import('./pages/receipt-page.tsx')).ReceiptPage },
  { path: '/quan-tri/linh-vuc-don-thu', page: async () => (await import('./pages/topic-list-page.tsx')).TopicListPage },
]

export const petitionNavigation: NavigationEntry[] = [
  { subject: 'petitions', path: '/don-thu', label: 'petitions.cases', mayOpen: (session) => holds(session, 'petitions.read') },
  { subject: 'petitions', path: '/don-thu/moi', label: 'petitions.register', mayOpen: (session) => holds(session, 'petitions.receive') },
  { subject: 'petitions', path: '/don-thu/den-han', label: 'petitions.due_board', mayOpen: (session) => holds(session, 'petitions.read-statistics') },
  { subject: 'petitions', path: '/don-thu/diem-nong', label: 'petitions.hot_spots', mayOpen: (session) => holds(session, 'petitions.read-statistics') },
]

export const topicNavigation: NavigationEntry[] = [
  { subject: 'administration', path: '/quan-tri/linh-vuc-don-thu', label: 'petitions.topics', mayOpen: (session) => holds(session, 'petitions.manage') },
]
