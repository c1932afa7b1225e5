import { useEffect, useRef, useState, type ReactNode } from 'react'
import './data-table.css'

/**
 * Lets its content be as wide as it is. While it fits, the page scrolls and heads stick under the top bar; when it does not, the box
 * scrolls by itself and the keyboard can reach it.
 */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isTooWide, setIsTooWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => setIsTooWide(element.scrollWidth > element.clientWidth + 1))
    watch.observe(element)
    if (element.firstElementChild !== null) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={box} className="gd-scroll" data-too-wide={isTooWide || undefined} {...(isTooWide ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}>
      {children}
    </div>
  )
}
