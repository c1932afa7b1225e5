import { z } from 'zod'
import { GROUP_SIZE, representativesOf, SMALL_GROUP } from '#kernel/group-of-people.ts'
import { weekdayOf } from '#kernel/plain-date.ts'
import { flag, html, type Html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import { buttonLink, noticeBox, stateBadge } from '#platform/portal/parts/notes.ts'
import { pager, table, type Column } from '#platform/portal/parts/table.ts'
import type { Portal, Visit } from '#platform/portal/portal.ts'
import { formatDay } from '#platform/portal/words.ts'
import { readPublicSchedule, type PublicBody, type PublicDay, type PublicSchedule } from '../server/public-schedule.ts'

const ON_A_PAGE = 30
const Asked = z.object({ 'don-vi': z.uuid().catch(''), trang: z.coerce.number().int().min(1).max(500).catch(1) })

/** The posted days on which a body receives citizens, this month and the next; how to come, and what to bring. */
export function schedulePage(portal: Portal): void {
  portal.page('/lich-tiep-cong-dan', {
    query: Asked,
    async show(visit) {
      const { t, query } = visit
      const schedule = await visit.work((work) => readPublicSchedule(work, query['don-vi']))
      return page(visit, { title: t('reception.portal_title'), back: { path: '/', label: t('portal.front_home') }, isWide: true, main: html`${choice(visit, schedule)}${daysView(visit, schedule, query.trang)}${advice(visit)}` })
    },
  })
}

function choice({ t, language }: Visit, { bodies, chosen, until }: PublicSchedule): Html {
  const options = (of: readonly PublicBody[]) => of.map(({ id, name }) => html`<option value="${id}"${flag('selected', id === chosen?.id)}>${name}</option>`)
  return html`<p>${t('reception.portal_lead', { until: formatDay(until, language) })}</p>
<form method="get"><div class="field">
<label for="don-vi">${t('reception.portal_body')}</label>
<p class="help" id="don-vi-help">${t('reception.portal_body_help')}</p>
<select id="don-vi" name="don-vi" aria-describedby="don-vi-help"><option value="">${t('reception.portal_all_bodies')}</option>
<optgroup label="${t('reception.portal_communes')}">${options(bodies.communes)}</optgroup>
<optgroup label="${t('reception.portal_province')}">${options(bodies.province)}</optgroup></select>
</div><p><button>${t('reception.portal_show')}</button></p></form>
`
}

function daysView(visit: Visit, { days, chosen, until }: PublicSchedule, asked: number): Html {
  const { t, language } = visit
  if (days.length === 0) return noticeBox(html`<p>${t('reception.portal_none', { until: formatDay(until, language) })}</p>`, { title: t('reception.portal_none_title') })
  const count = Math.ceil(days.length / ON_A_PAGE)
  const number = Math.min(asked, count)
  const caption = chosen === undefined ? t('reception.portal_of_all') : t('reception.portal_of', { body: chosen.name })
  return html`${table(caption, columns(visit, chosen), days.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE))}${pager(visit, { number, count })}`
}

function columns(visit: Visit, chosen: PublicBody | undefined): Column<PublicDay>[] {
  const { t, language } = visit
  return [
    { head: t('reception.portal_column.on'), cell: ({ on }) => t('reception.portal_on', { weekday: t(`reception.portal_weekday.${weekdayOf(on)}`), day: formatDay(on, language) }) },
    { head: t('reception.portal_column.hours'), cell: (day) => hoursCell(visit, day) },
    ...(chosen === undefined ? [{ head: t('reception.portal_body'), cell: ({ bodyName }: PublicDay) => bodyName }] : []),
    { head: t('reception.portal_column.receiver'), cell: (day) => receiverCell(visit, day) },
    { head: t('reception.portal_column.place'), cell: ({ place }) => place },
  ]
}

/** The hours, or why nobody need come. */
function hoursCell({ t, language }: Visit, { startsAt, endsAt, movedTo, cancelledBecause }: PublicDay): Html {
  if (cancelledBecause === null) return html`<span class="nowrap">${t('reception.portal_hours', { from: startsAt, to: endsAt })}</span>`
  return html`${movedTo === null ? stateBadge('late', t('reception.portal_cancelled')) : stateBadge('soon', t('reception.portal_moved', { day: formatDay(movedTo, language) }))}<br>
<small class="muted">${t('reception.portal_because', { because: cancelledBecause })}</small>`
}

function receiverCell({ t }: Visit, { kind, post, receiver, substitute }: PublicDay): Html {
  const who = (person: { readonly name: string; readonly post: string }) => t('reception.portal_who', { receiver: person.name, post: person.post })
  return html`${who(substitute ?? { name: receiver, post })}${substitute !== null && html`<br>
<small class="muted">${t('reception.portal_instead', { receiver, post })}</small>`}${kind !== 'leader-regular' && html`<br>
<small class="muted">${t(`reception.portal_kind.${kind}`)}</small>`}`
}

function advice({ t, to }: Visit): Html {
  return html`<h2>${t('reception.portal_come')}</h2>
<ul>
<li>${t('reception.portal_bring')}</li>
<li>${t('reception.portal_tell')}</li>
<li>${t('reception.portal_for_another')}</li>
<li>${t('reception.portal_group', { from: GROUP_SIZE, to: SMALL_GROUP, most: representativesOf(SMALL_GROUP + 1)?.most ?? 0 })}</li>
<li>${t('reception.portal_receipt')}</li>
</ul>
${noticeBox(html`<p>${t('reception.portal_online_text')}</p><p>${buttonLink(to('/gui'), t('reception.portal_send'), { isSecond: true })}</p>`, { title: t('reception.portal_online') })}`
}
