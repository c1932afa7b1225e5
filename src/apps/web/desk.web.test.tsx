import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import { DeskProviders } from './desk-providers.tsx'
import { navigation, SUBJECTS, subjectsFor } from './navigation.ts'
import { createQueries } from './queries.ts'
import { createDeskRouter } from './routes.tsx'
import { MeMenu } from './shell/me-menu.tsx'

afterEach(() => vi.unstubAllGlobals())

const DEMONSTRATION = { ...SESSION, demonstration: true, simulatedToday: true }
const ADMINISTRATOR = { ...DEMONSTRATION, actor: { ...SESSION.actor, permissions: { 'people.manage-accounts': ['u1'] } } }
const NOTICES = { unread: 1, notices: [{ id: 'n1', subject: 'plans.notice_issued', details: {}, link: '/ke-hoach/p1', createdAt: '2026-11-23T01:05:00Z', readAt: null }] }

/** The server as far as the frame asks it: who is signed in, notices, nothing else. */
function serve(session: object) {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/session') return answer(200, session)
    if (path.endsWith('/notices')) return answer(200, NOTICES)
    return answer(404, { code: 'http.no_such_route', requestId: 'r1' })
  })
}

function answer(status: number, body: object) {
  return new Response(JSON.stringify(body), { status })
}

async function openDesk(path: string) {
  const queries = createQueries(() => undefined)
  const router = createDeskRouter(queries, createMemoryHistory({ initialEntries: [path] }))
  render(
    <DeskProviders queries={queries}>
      <RouterProvider router={router} />
    </DeskProviders>,
  )
  return { router, user: userEvent.setup() }
}

test('who is not signed in comes to the sign-in page, and the place asked for is kept', async () => {
  serve({ ...SESSION, actor: null })
  const { router } = await openDesk('/ke-hoach/p1?state=late')
  await expect.poll(() => router.state.location.pathname).toBe('/dang-nhap')
  expect(router.state.location.search).toEqual({ back: '/ke-hoach/p1?state=late' })
})

test('the frame names the unit acted for, the notices waiting, and says that this is a demonstration', async () => {
  serve(ADMINISTRATOR)
  await openDesk('/mau-giao-dien/doi-chieu')
  expect(await screen.findByText('Dữ liệu trình diễn.')).toBeDefined()
  expect(screen.getByText('Hôm nay được đặt là 23/11/2026.')).toBeDefined()
  expect(screen.getByRole('banner').textContent).toContain('Làm việc cho Sở Tư pháp')
  expect(await screen.findByRole('button', { name: 'Thông báo: 1 chưa đọc' })).toBeDefined()
  const here = await within(screen.getByRole('navigation', { name: 'Các mảng việc' })).findByRole('link', { name: 'Đối chiếu' })
  expect(here.getAttribute('aria-current')).toBe('true')
})

test('another day than today stands over the page, goes along with every link, and one press leads back', async () => {
  serve(ADMINISTRATOR)
  const { router, user } = await openDesk('/mau-giao-dien/doi-chieu?on=2025-06-30')
  expect(await screen.findByText('Đang xem tại ngày 30/06/2025')).toBeDefined()
  await user.click(screen.getByRole('link', { name: 'Bảng theo dõi' }))
  await expect.poll(() => router.state.location.href).toBe('/mau-giao-dien/bang-theo-doi?on=2025-06-30')
  await user.click(screen.getByRole('button', { name: 'Về hôm nay' }))
  await expect.poll(() => router.state.location.href).toBe('/mau-giao-dien/bang-theo-doi')
})

test('the language is chosen in the person’s own menu', async () => {
  const { user } = await renderWithProviders(<MeMenu />)
  await user.click(screen.getByRole('button', { name: 'Tài khoản của Cán bộ đầu mối Sở Tư pháp' }))
  await user.click(await screen.findByRole('radio', { name: 'English' }))
  expect(await screen.findByRole('link', { name: 'Account' })).toBeDefined()
  expect(document.documentElement.lang).toBe('en')
})

test('an address that leads nowhere says so, with the way back at hand', async () => {
  serve(DEMONSTRATION)
  await openDesk('/khong-co')
  expect(await screen.findByRole('heading', { level: 1, name: 'Không có trang này' })).toBeDefined()
  expect(screen.getByRole('navigation', { name: 'Các mảng việc' })).toBeDefined()
})

test('a working office has no style guide', () => {
  expect(subjectsFor(SESSION).map((subject) => subject.id)).not.toContain('style-guide')
})

test('every line of the rail belongs to a subject there is', () => {
  const known = SUBJECTS.map((subject) => subject.id)
  expect(navigation.filter((entry) => !known.includes(entry.subject))).toEqual([])
})
