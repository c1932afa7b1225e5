import { useEffect, type RefObject } from 'react'
import { useUrlState } from '#platform/web/url-state.ts'

/** The address may name a place (`?cho=values.dan-van.meetings`): its field gets the keyboard. */
export function useFocusedPlace(within: RefObject<HTMLElement | null>): void {
  const place = useUrlState().get('cho')
  useEffect(() => {
    if (place === undefined) return
    const field = within.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`)
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
  }, [place, within])
}

/** Where a place stands on the page. */
export function placeLink(part: 'noi-dung' | 'so-lieu', place: string): string {
  return `.?phan=${part}&cho=${encodeURIComponent(place)}`
}
