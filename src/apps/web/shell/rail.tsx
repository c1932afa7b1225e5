import { useLocation } from '@tanstack/react-router'
import type { NavigationEntry } from '#platform/web/module-routes.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { subjectsFor, type RailSubject } from '../navigation.ts'

/** The province's subjects by name; the lines of the subject one is in stand under it. */
export function Rail({ onOpen }: { readonly onOpen?: () => void }) {
  const t = usePhrase()
  const session = useSession()
  const pathname = useLocation({ select: (location) => location.pathname })
  return (
    <nav aria-label={t('web.subjects')}>
      <ul className="gd-subjects">
        {subjectsFor(session).map((subject) => (
          <SubjectLine key={subject.id} subject={subject} pathname={pathname} onOpen={onOpen} />
        ))}
      </ul>
    </nav>
  )
}

function SubjectLine({ subject, pathname, onOpen }: { readonly subject: RailSubject; readonly pathname: string; readonly onOpen: (() => void) | undefined }) {
  const t = usePhrase()
  const [first] = subject.entries
  if (first === undefined) return null
  const here = entryAt(subject.entries, pathname)
  const isOpen = here !== undefined && subject.entries.length > 1
  return (
    <li>
      <DeskLink to={first.path} className="gd-subject" data-here={here !== undefined || undefined} aria-current={here !== undefined && !isOpen ? 'true' : undefined} {...(onOpen === undefined ? {} : { onClick: onOpen })}>
        <subject.icon size={22} stroke={1.7} aria-hidden />
        <span>{t.find(subject.label)}</span>
      </DeskLink>
      {isOpen ? (
        <ul className="gd-subject-lines">
          {subject.entries.map((entry) => (
            <li key={entry.path}>
              <DeskLink to={entry.path} className="gd-subject-line" aria-current={entry === here ? 'true' : undefined} {...(onOpen === undefined ? {} : { onClick: onOpen })}>
                {t.find(entry.label)}
              </DeskLink>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** The line whose path is the longest beginning of the address. */
function entryAt(entries: readonly NavigationEntry[], pathname: string): NavigationEntry | undefined {
  return entries
    .filter((entry) => pathname === entry.path || pathname.startsWith(`${entry.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0]
}
