import { citationWordsAt } from './citation-words.ts'
import { citedNumbersAt, namedLawAt } from './cited-numbers.ts'
import { ANY_KIND, ANY_NAMED_KIND, kindNamed } from './kinds.ts'
import type { PlanCitation } from './plan-reading.ts'

type CitingText = { readonly at: string | null; readonly text: string }

const KIND = new RegExp(`(?<!\\p{L})(?:${ANY_KIND}|Hiến pháp)(?!\\p{L})`, 'giu')
const NAMED_KIND = new RegExp(`^(?:${ANY_NAMED_KIND})$`)

/**
 * Every document a text cites, once, in the order of first mention. A citation is a kind with a number ("Quyết định số 456-QĐ/TU",
 * also in a list of numbers), or a law by its name with a date or a year. A short name the text gives itself ("Quy chế 456") and a
 * resolution of a congress are neither. Two mentions are of one document if kind and number are the same and their dates do not differ;
 * what the first mention leaves out, a later one fills in.
 */
export function citationsIn(texts: readonly CitingText[]): PlanCitation[] {
  const documents: { citation: PlanCitation }[] = []
  const byNumber = new Map<string, { citation: PlanCitation }[]>()
  for (const { at, text } of texts) {
    for (const mention of mentionsIn(text, at)) {
      const key = `${mention.kind} ${mention.number ?? mention.subject?.toLowerCase() ?? ''}`
      const sameNumber = byNumber.get(key) ?? []
      const known = sameNumber.find((document) => isSameDay(document.citation, mention))
      if (known !== undefined) known.citation = completed(known.citation, mention)
      else {
        const document = { citation: mention }
        documents.push(document)
        byNumber.set(key, [...sameNumber, document])
      }
    }
  }
  return documents.map((document) => document.citation)
}

function isSameDay(one: PlanCitation, other: PlanCitation): boolean {
  return one.issuedOn === null || other.issuedOn === null || one.issuedOn === other.issuedOn
}

function completed(known: PlanCitation, mention: PlanCitation): PlanCitation {
  return {
    ...known,
    issuedOn: known.issuedOn ?? mention.issuedOn,
    issuer: known.issuer ?? mention.issuer,
    subject: known.subject ?? mention.subject,
  }
}

function mentionsIn(text: string, at: string | null): PlanCitation[] {
  const mentions: PlanCitation[] = []
  let end = 0
  for (const match of text.matchAll(KIND)) {
    const kind = kindNamed(match[0])
    if (kind === undefined || match.index < end) continue
    const behind = match.index + match[0].length
    const cited = citedNumbersAt(text, match[0], behind) ?? (NAMED_KIND.test(match[0]) ? namedLawAt(text, behind) : null)
    if (cited === null) continue
    end = cited.end
    const { issuer, subject } = citationWordsAt(text, cited.end)
    for (const document of cited.documents) {
      const name = document.name === null || document.name === '' ? null : document.name
      mentions.push({ kind, number: document.number, issuedOn: document.issuedOn, issuer, subject: name ?? subject, at })
    }
  }
  return mentions
}
