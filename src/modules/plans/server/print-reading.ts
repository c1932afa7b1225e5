import { formatDate } from '#kernel/plain-date.ts'
import type { PlanCitation, PlanItem, PlanReading, PlanSection } from '#modules/plans/domain/reading/plan-reading.ts'
import type { readingVi } from '#modules/plans/phrases/reading.vi.ts'

type Phrases = Record<keyof typeof readingVi, string>

/** A reading as an outline for people at a terminal. */
export function printedReading(reading: PlanReading, phrases: Phrases): string {
  const unknown = phrases['plans.reading_not_stated']
  const signer = [reading.signer.position, reading.signer.name].filter((part) => part !== null).join(' ')
  const facts: [string, string | null][] = [
    [phrases['plans.reading_label_kind'], reading.kind],
    [phrases['plans.reading_label_title'], reading.title],
    [phrases['plans.reading_label_number'], reading.number],
    [phrases['plans.reading_label_issued_on'], reading.issuedOn === null ? null : formatDate(reading.issuedOn)],
    [phrases['plans.reading_label_issuer'], reading.issuer],
    [phrases['plans.reading_label_signer'], signer === '' ? null : signer],
  ]
  const width = Math.max(...facts.map(([label]) => label.length)) + 2
  return `${[
    ...facts.map(([label, value]) => `${`${label}:`.padEnd(width)}${value ?? unknown}`),
    ...block(phrases['plans.reading_label_sections'], reading.sections.flatMap(sectionLines)),
    ...block(phrases['plans.reading_label_addressees'], reading.addressees.map(({ mark, units }) => `  ${mark ?? phrases['plans.reading_label_general']}: ${units.join('; ')}`)),
    ...block(counted(phrases['plans.reading_label_citations'], reading.citations), reading.citations.map((citation) => citationLine(citation, phrases))),
    ...block(counted(phrases['plans.reading_label_recipients'], reading.recipients), reading.recipients.map((recipient) => `  - ${recipient}`)),
  ].join('\n')}\n`
}

function block(label: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', label, ...lines]
}

function counted(label: string, list: readonly unknown[]): string {
  return label.replace('{count}', String(list.length))
}

function sectionLines(section: PlanSection): string[] {
  const heading = section.mark === null ? [] : [`  ${section.mark}. ${section.title ?? ''}`.trimEnd()]
  return [...heading, ...section.items.flatMap(itemLines)]
}

function itemLines(item: PlanItem): string[] {
  return [...marked('    ', item.mark === null || item.mark === '-' ? item.mark : `${item.mark}.`, item.text), ...item.items.flatMap((point) => marked('       ', point.mark + (/^\d/.test(point.mark) ? '.' : ')'), point.text))]
}

/** The lines of a text, all but the first under its first letter. */
function marked(indent: string, mark: string | null, text: string): string[] {
  const lead = mark === null ? indent : `${indent}${mark} `
  return text.split('\n').map((line, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + line)
}

function citationLine(citation: PlanCitation, phrases: Phrases): string {
  const dated = citation.issuedOn === null ? null : phrases['plans.reading_label_dated'].replace('{date}', formatDate(citation.issuedOn))
  const name = [citation.kind, citation.number, dated].filter((part) => part !== null).join(' ')
  const words = [citation.issuer, citation.subject].filter((part) => part !== null).join(', ')
  return `  ${name}${words === '' ? '' : ` — ${words}`}${citation.at === null ? '' : ` [${citation.at}]`}`
}
