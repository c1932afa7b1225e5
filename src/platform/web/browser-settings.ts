/** Small choices kept on this device (language, columns shown, drafts). A browser that keeps nothing still works. */
const PREFIX = 'gandan.'

export function readSetting(name: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** False when the browser would not keep it (private window, full storage). */
export function writeSetting(name: string, value: string | null): boolean {
  try {
    if (value === null) window.localStorage.removeItem(PREFIX + name)
    else window.localStorage.setItem(PREFIX + name, value)
    return true
  } catch {
    return false
  }
}
