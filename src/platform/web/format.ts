import { useMemo } from 'react'
import { type Language, useLanguage } from './phrases.tsx'

/** The office works by this clock whatever the device is set to. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

interface NumberOptions {
  /** Decimals at most; a trailing zero is not written. */
  readonly decimals?: number
}

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, language: Language = 'vi', { decimals = 2 }: NumberOptions = {}): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: decimals, useGrouping: 'always' }).format(value)
}

/** A share from 0 to 1: 87,5 %. */
export function formatPercent(share: number, language: Language = 'vi'): string {
  return `${formatNumber(share * 100, language, { decimals: 1 })} %`
}

/** Reads what a person typed; undefined when it is no number. The other language's marks are not guessed at. */
export function parseNumber(text: string, language: Language = 'vi'): number | undefined {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const plain = text.trim().replace(/[\s\u00a0]/g, '')
  const grouped = new RegExp(`^-?(\\d{1,3}(\\${thousands}\\d{3})+|\\d+)(\\${decimal}\\d+)?$`)
  if (!grouped.test(plain)) return undefined
  return Number(plain.replaceAll(thousands, '').replace(decimal, '.'))
}

/** An instant as 14:05 05/01/2026, on the clock of Viet Nam. */
export function formatDateTime(instant: string | Date): string {
  const part = partsOf(instant)
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`
}

/** The time of day only. */
export function formatTime(instant: string | Date): string {
  const part = partsOf(instant)
  return `${part('hour')}:${part('minute')}`
}

function partsOf(instant: string | Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}

const SIZE_STEPS = [['GB', 2 ** 30], ['MB', 2 ** 20], ['kB', 2 ** 10]] as const

export function formatSize(bytes: number, language: Language = 'vi'): string {
  for (const [unit, size] of SIZE_STEPS) {
    if (bytes >= size) return `${formatNumber(bytes / size, language, { decimals: 1 })} ${unit}`
  }
  return `${formatNumber(bytes, language)} B`
}

/** The same in the language on screen. */
export function useFormat() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      number: (value: number, options?: NumberOptions) => formatNumber(value, language, options),
      percent: (share: number) => formatPercent(share, language),
      size: (bytes: number) => formatSize(bytes, language),
      parseNumber: (text: string) => parseNumber(text, language),
    }),
    [language],
  )
}
