import type { KeyboardEvent } from 'react'

const FIELDS = 'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea:not([disabled]), button[data-next]:not([disabled])'

/** Enter goes on to the next field; in a text of several lines it begins a line, in a list it picks. */
export function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || event.nativeEvent.isComposing) return
  const from = event.target
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(isReachable)
  fields[fields.indexOf(from) + 1]?.focus()
}

function isReachable(field: HTMLElement): boolean {
  return field.tabIndex >= 0 && field.closest('[hidden], [aria-hidden="true"]') === null
}
