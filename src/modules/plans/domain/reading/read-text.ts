import { addresseesIn, addresseesOfPreamble } from './addressees.ts'
import { citationsIn } from './citations.ts'
import { closingLengthOf } from './closing-words.ts'
import { documentPartsOf } from './document-parts.ts'
import { authorityIn, headingOf } from './heading.ts'
import { headOf } from './head.ts'
import { issuerFromText } from './issuer.ts'
import { normaliseText } from './normalise-text.ts'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { PlanReading } from './plan-reading.ts'
import { recipientsOf } from './recipients.ts'
import { signedForBody, signerOf } from './signer.ts'
import { unwrap } from './unwrap.ts'

/** Reads a document; null for a text in which nothing looks like an administrative document with content. */
export function readPlanText(raw: string): PlanReading | null {
  const parts = documentPartsOf(unwrap(normaliseText(raw)))
  const head = headOf(parts.head)
  const heading = headingOf(parts.body)
  const paragraphs = heading.text
  const closing = paragraphs.length - closingLengthOf(paragraphs)
  const own = outlineOfBody(paragraphs.slice(0, closing))
  const attached = outlineOf(headingOf(parts.attached).text)
  const signer = signerOf(parts.tail)
  const recipients = recipientsOf(parts.tail)

  const reading: PlanReading = {
    title: heading.title ?? head.summary,
    kind: heading.kind ?? (head.summary === null ? null : 'Công văn'),
    number: head.number,
    issuedOn: head.issuedOn,
    issuer: head.issuer ?? issuerFromText(signedForBody(parts.tail), paragraphs) ?? authorityIn(heading.text),
    signer,
    sections: [...own.sections, ...attached.sections],
    citations: [],
    recipients,
    addressees: [...addresseesOfPreamble(own.preamble), ...addresseesIn([...own.placed, ...attached.placed])],
  }
  if (!isDocument(reading, own)) return null
  const unplaced = (texts: readonly string[]) => texts.map((text) => ({ at: null, text }))
  const citations = citationsIn([
    ...unplaced([heading.title ?? head.summary ?? '', ...own.preamble]),
    ...own.placed,
    ...unplaced(paragraphs.slice(closing)),
    ...unplaced(attached.preamble),
    ...attached.placed,
    ...unplaced(paragraphsOf(parts.annexes)),
  ])
  const isItself = (cited: { kind: string; number: string | null }) => cited.number !== null && cited.number === reading.number && cited.kind === reading.kind
  return { ...reading, citations: citations.filter((cited) => !isItself(cited)) }
}

/** A letter without any mark is one run of paragraphs: its text is kept as the one item of an unmarked section. */
function outlineOfBody(paragraphs: readonly string[]): Outline {
  const outline = outlineOf(paragraphs)
  if (outline.sections.length > 0) return outline
  const opening = paragraphs.findIndex((paragraph) => !/^(?:Kính gửi|Căn cứ|- )/.test(paragraph))
  if (opening === -1) return outline
  const content = outlineOf(paragraphs.slice(opening), true)
  return { ...content, preamble: [...paragraphs.slice(0, opening), ...content.preamble] }
}

/**
 * A list of numbered things is no plan: beside a marked item the text must name its kind, bear a number or be signed by an office.
 * Without marks it must have a kind (or "V/v"), somebody who issues it and somebody who gets or signs it.
 */
function isDocument(reading: PlanReading, outline: Outline): boolean {
  const { kind, number, issuer, signer, recipients, sections } = reading
  const isMarked = sections.some((section) => section.mark !== null || section.items.some((item) => item.mark !== null && item.mark !== '-'))
  if (isMarked) return kind !== null || number !== null || signer.position !== null
  return outline.sections.length > 0 && kind !== null && (number !== null || issuer !== null) && (recipients.length > 0 || signer.position !== null)
}
