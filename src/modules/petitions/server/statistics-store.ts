import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { FactSpan } from '#platform/server/facts.ts'
import { RANKS } from '../domain/statistics-matters.ts'

/** The rules of `domain/statistics.ts` and `statistics-matters.ts` said to the database; a test compares the two on cases made by chance. */

/** Every letter that a period of 01–04/XLD counts, one row each: what it is to the period, and whether it speaks for its matter. */
export function lettersOf(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  const window = sql`(partition by l.unit_id, l.matter_id, l.is_fit order by l.letter_kind collate "C", l.handled_on desc, l.id desc)`
  return sql`
    select l.id, l.unit_id, l.year, l.number, l.kind, l.topic_code, l.came_on, l.handled_on, l.handled_on is not null as is_handled, l.letter_kind, l.handled_as, l.settled_before, l.is_second, coalesce(t.field, 'other') as field,
      case when l.came_on < ${from}::date then 'before' else 'within' end as came,
      l.is_fit and row_number() over ${window} = 1 as leads,
      l.is_fit and l.letter_kind is distinct from lag(l.letter_kind) over ${window} as leads_kind
    from (
      select h.*, h.handled_as is not null and h.handled_as <> 'laid-aside' as is_fit
      from (
        select e.id, e.unit_id, e.matter_id, e.year, e.number, e.kind, e.topic_code, e.came_on, e.instance = 2 as is_second, ${letterKind(sql`e`)} as letter_kind,
          case when e.done_on <= ${to}::date then e.done_on end as handled_on,
          case when e.done_on is null or e.done_on > ${to}::date then null
            when e.triaged_as = 'accept' then 'competent'
            when e.triaged_as is null or e.triaged_as in ('file', 'split') or e.eligible is false then 'laid-aside'
            when e.triaged_as = 'transfer' then case when exists (
              select from petitions.decision d where d.case_id = e.id and d.action = 'urge' and d.signed_on <= ${to}::date) then 'urged' else 'transferred' end
            when e.triaged_as = 'guide' or e.competent is false then 'guided'
            else 'competent' end as handled_as,
          case e.prior when 'none' then case when e.instance = 2 then 'once' else 'not' end when 'settled-once' then 'once' when 'settled-final' then 'finally'
            when 'judged' then 'judged' else 'overdue' end as settled_before
        from (${enteredOf(units, { from, to })}) e
        offset 0 -- worked out once, whatever is asked of it below
      ) h
    ) l left join petitions.topic t on t.code = l.topic_code`
}

function letterKind(of: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${of}.kind in ('complaint', 'denunciation') then ${of}.kind else 'recommendation' end`
}

/** Every letter that had come by the end and was not handled before, with the day it counts from and that on which it was handled. */
function enteredOf(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  const splitOn = sql`case when c.origin_link = 'split' then (select o.triaged_on from petitions.case o where o.id = c.origin_id) end`
  const isFirst = sql`not exists (select from petitions.case b where b.origin_id = c.origin_id and b.origin_link = 'split' and (b.year, b.number) < (c.year, c.number))`
  return sql`
    select d.*, case when d.split_on is null or d.is_first then d.received_on else greatest(d.received_on, d.split_on) end as came_on
    from (
      select c.id, c.unit_id, c.matter_id, c.year, c.number, c.kind, c.topic_code, c.triaged_as, c.eligible, c.competent, c.prior, c.instance, c.received_on, ${splitOn} as split_on,
        c.origin_link = 'split' and ${isFirst} as is_first, coalesce(c.triaged_on, c.ended_on) as done_on
      from petitions.case c
      where c.unit_id = any(${[...units]}::uuid[]) and c.received_on <= ${to}::date
        and (coalesce(c.triaged_on, c.ended_on) is null or coalesce(c.triaged_on, c.ended_on) >= ${from}::date)
        and not (c.triaged_as is not distinct from 'split' and c.triaged_on <= ${to}::date)
      offset 0
    ) d where d.split_on is null or d.split_on <= ${to}::date`
}

/** Every case taken up that is open at the end of the period or ended in it; denunciations have no such form. */
export function resolutionsOf(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  const takenUp = (ended: RawBuilder<unknown>) => sql`
    select id, unit_id, matter_id, year, number, kind, topic_code, accepted_on, ended_on, ended_how, withdrawn_after_explanation, in_time, outcome, instance
    from petitions.case where unit_id = any(${[...units]}::uuid[]) and kind <> 'denunciation' and accepted_on <= ${to}::date and ${ended}`
  return sql`
    select r.id, r.unit_id, r.year, r.number, r.kind, r.topic_code, r.accepted_on, r.ended_on, r.letter_kind, r.came, r.status, r.verdict, r.in_time,
      row_number() over (partition by r.unit_id, r.matter_id, r.letter_kind order by ${rankSql}, r.ended_on desc nulls last, r.id desc) = 1 as leads
    from (
      select v.*, case when v.accepted_on < ${from}::date then 'before' else 'within' end as came,
        case when v.ended_on is null then 'open'
          when v.is_settled then 'settled'
          when v.ended_how = 'withdrawn' and v.withdrawn_after_explanation then 'withdrawn' else 'ended' end as status,
        case when v.is_settled then v.found end as verdict, case when v.is_settled then v.recorded_in_time end as in_time
      from (
        select a.*, case when a.ended_on is null then false when a.kind = 'complaint' then a.ended_how = 'decided' and a.found is not null else a.ended_how in ('decided', 'answered') end as is_settled
        from (
          select c.id, c.unit_id, c.matter_id, c.year, c.number, c.kind, c.topic_code, c.accepted_on, c.ended_how, c.withdrawn_after_explanation, c.in_time as recorded_in_time,
            case when c.kind = 'complaint' then 'complaint' else 'recommendation' end as letter_kind,
            case when c.ended_on <= ${to}::date then c.ended_on end as ended_on,
            case when c.kind <> 'complaint' or c.outcome is null or c.outcome = 'answered' then null
              when c.instance = 2 then case when c.outcome in ('upheld', 'wrong') then 'upheld' else 'changed' end
              when c.outcome = 'upheld' then 'wrong' when c.outcome = 'changed' then 'right' else c.outcome end as found
          from (${takenUp(sql`state in ('accepted', 'suspended')`)} union all ${takenUp(sql`ended_on >= ${from}::date`)}) c
        ) a
      ) v
    ) r`
}

const rankSql = sql`array_position(case r.letter_kind when 'complaint' then ${[...RANKS.complaint]}::text[] else ${[...RANKS.recommendation]}::text[] end, r.status)`

/** Every decision on a complaint that had to be carried out in the period: what was still due at its beginning, and what was done in it. */
export function enforcementsOf(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  return sql`
    select c.id, c.unit_id, c.year, c.number, c.kind, c.topic_code, c.ended_on, c.enforced_on, coalesce(c.enforced_on <= ${to}::date, false) as is_done
    from petitions.case c
    where c.unit_id = any(${[...units]}::uuid[]) and c.kind = 'complaint' and c.ended_how = 'decided' and c.needs_enforcement and c.ended_on <= ${to}::date
      and (c.enforced_on is null or c.enforced_on >= ${from}::date)`
}

/** Every written reply (văn bản phúc đáp) that came in the period. */
export function repliesOf(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  return sql`
    select c.id, c.unit_id, c.year, c.number, c.kind, c.topic_code, p.on_date, ${letterKind(sql`c`)} as letter_kind
    from petitions.reply p join petitions.case c on c.id = p.case_id
    where p.on_date between ${from}::date and ${to}::date and c.unit_id = any(${[...units]}::uuid[])`
}
