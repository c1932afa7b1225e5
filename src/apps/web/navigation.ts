import { IconBuildingCommunity, IconChecklist, IconClipboardList, IconFileText, IconMessages, IconPalette, IconReportAnalytics, IconSettings, type Icon } from '@tabler/icons-react'
import { deadlineNavigation } from '#modules/deadlines/web/routes.tsx'
import { documentNavigation } from '#modules/documents/web/routes.tsx'
import { organisationNavigation } from '#modules/organisations/web/routes.tsx'
import { myWorkNavigation, planNavigation, reminderNavigation } from '#modules/plans/web/routes.tsx'
import { petitionNavigation, topicNavigation } from '#modules/petitions/web/routes.tsx'
import { receptionNavigation } from '#modules/reception/web/routes.tsx'
import { reportNavigation } from '#modules/reports/web/routes.tsx'
import { peopleNavigation } from '#modules/people/web/routes.tsx'
import type { NavigationEntry } from '#platform/web/module-routes.ts'
import type { PhraseKey } from '#platform/web/phrases.tsx'
import type { Session } from '#platform/web/session.ts'
import { styleGuideNavigation } from './style-guide/routes.tsx'

interface Subject {
  readonly id: string
  readonly label: PhraseKey
  readonly icon: Icon
}

/** The subjects of the rail in their order. One is shown once a module has pages in it that the person may open. */
export const SUBJECTS: readonly Subject[] = [
  { id: 'my-work', label: 'desk.my_work', icon: IconChecklist },
  { id: 'documents', label: 'desk.documents', icon: IconFileText },
  { id: 'plans', label: 'desk.plans', icon: IconClipboardList },
  { id: 'reports', label: 'desk.reports', icon: IconReportAnalytics },
  { id: 'petitions', label: 'desk.petitions', icon: IconMessages },
  { id: 'organisations', label: 'desk.organisations', icon: IconBuildingCommunity },
  { id: 'administration', label: 'desk.administration', icon: IconSettings },
  { id: 'style-guide', label: 'desk.style_guide', icon: IconPalette },
]

/** Every line of the rail. A module joins with one line: `...planNavigation`. */
export const navigation: NavigationEntry[] = [
  ...myWorkNavigation,
  ...documentNavigation,
  ...planNavigation,
  ...reportNavigation,
  ...petitionNavigation,
  ...receptionNavigation,
  ...organisationNavigation,
  ...peopleNavigation,
  ...deadlineNavigation,
  ...reminderNavigation,
  ...topicNavigation,
  ...styleGuideNavigation,
]

export interface RailSubject extends Subject {
  readonly entries: readonly NavigationEntry[]
}

export function subjectsFor(session: Session, entries: readonly NavigationEntry[] = navigation): RailSubject[] {
  return SUBJECTS.map((subject) => ({
    ...subject,
    entries: entries.filter((entry) => entry.subject === subject.id && (entry.mayOpen?.(session) ?? true)),
  })).filter((subject) => subject.entries.length > 0)
}
