import { PageLink } from '#platform/web/page-link.tsx'

/** A unit by its name, leading to its page on the day viewed. */
export function UnitLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <PageLink to={`/to-chuc/${id}`}>{name}</PageLink>
}
