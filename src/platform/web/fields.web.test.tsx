import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { renderWithProviders } from '#tests/support/render.tsx'
import { DateField } from './date-field.tsx'
import { FileDrop } from './file-drop.tsx'
import { NumberField } from './number-field.tsx'
import { optionsIn, SearchSelect, SearchSelectMany, type SearchOption } from './search-select.tsx'

function Day({ onDay, min }: { readonly onDay: (day: PlainDate | null) => void; readonly min?: PlainDate }) {
  const [day, setDay] = useState<PlainDate | null>(null)
  return (
    <DateField
      label="Ngày ban hành"
      value={day}
      {...(min === undefined ? {} : { min })}
      onChange={(next) => {
        setDay(next)
        onDay(next)
      }}
    />
  )
}

test('a day is typed day first, and put in order when the field is left', async () => {
  const onDay = vi.fn()
  const { user } = await renderWithProviders(<Day onDay={onDay} />)
  const field = screen.getByLabelText<HTMLInputElement>('Ngày ban hành')
  await user.type(field, '5/1/2026')
  await user.tab()
  expect(field.value).toBe('05/01/2026')
  expect(onDay).toHaveBeenLastCalledWith('2026-01-05')
})

test('a day that does not exist, or is too early, is said at the field', async () => {
  const onDay = vi.fn()
  const { user } = await renderWithProviders(<Day onDay={onDay} min={plainDate('2021-10-19')} />)
  const field = screen.getByLabelText('Ngày ban hành')
  await user.type(field, '30/02/2026')
  await user.tab()
  expect(screen.getByText(/Ngày này không có trong lịch/)).toBeDefined()
  expect(onDay).not.toHaveBeenCalled()
  await user.clear(field)
  await user.type(field, '01/01/2020')
  await user.tab()
  expect(screen.getByText('Ngày sớm nhất được nhận là 19/10/2021.')).toBeDefined()
})

test('the calendar begins on Monday, names its days, and hands on the one picked', async () => {
  const onDay = vi.fn()
  const { user } = await renderWithProviders(<Day onDay={onDay} />)
  await user.type(screen.getByLabelText('Ngày ban hành'), '15/11/2026')
  await user.click(screen.getByRole('button', { name: 'Mở lịch để chọn Ngày ban hành' }))
  await user.click(await screen.findByRole('button', { name: 'ngày 20 tháng 11 năm 2026' }))
  expect(onDay).toHaveBeenLastCalledWith('2026-11-20')
})

function People({ onNumber }: { readonly onNumber: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(null)
  return (
    <NumberField
      label="Số người"
      value={value}
      onChange={(next) => {
        setValue(next)
        onNumber(next)
      }}
    />
  )
}

test('a number is typed as Vietnamese writes it', async () => {
  const onNumber = vi.fn()
  const { user } = await renderWithProviders(<People onNumber={onNumber} />)
  const field = screen.getByLabelText<HTMLInputElement>('Số người')
  await user.type(field, '12345,5')
  await user.tab()
  expect(field.value).toBe('12.345,5')
  expect(onNumber).toHaveBeenLastCalledWith(12345.5)
  await user.clear(field)
  await user.type(field, 'nhiều')
  await user.tab()
  expect(screen.getByText(/chưa phải là số/)).toBeDefined()
})

const UNITS: SearchOption[] = [{ value: 'u1', label: 'Sở Tư pháp' }, { value: 'u2', label: 'Sở Nội vụ' }, { value: 'u3', label: 'UBND xã Đơn Dương' }]
const findUnits = optionsIn(UNITS)

test('a unit is found without accents and chosen by keyboard', async () => {
  const onChange = vi.fn()
  const { user } = await renderWithProviders(<SearchSelect label="Đơn vị" find={findUnits} findKey={['units']} value={null} onChange={onChange} />)
  await user.type(screen.getByRole('combobox', { name: 'Đơn vị' }), 'don duong')
  await screen.findByRole('option', { name: 'UBND xã Đơn Dương' })
  await expect.poll(() => screen.queryAllByRole('option').length).toBe(1)
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onChange).toHaveBeenCalledWith(UNITS[2])
})

test('several units are chosen, and taken away by name', async () => {
  const onChange = vi.fn()
  const { user } = await renderWithProviders(<SearchSelectMany label="Phối hợp" find={findUnits} findKey={['units']} value={UNITS.slice(0, 1)} onChange={onChange} />)
  await user.click(screen.getByRole('combobox', { name: 'Phối hợp' }))
  await user.click(await screen.findByRole('option', { name: 'Sở Nội vụ' }))
  expect(onChange).toHaveBeenLastCalledWith(UNITS.slice(0, 2))
  await user.click(screen.getByRole('button', { name: 'Bỏ Sở Tư pháp' }))
  expect(onChange).toHaveBeenLastCalledWith([])
})

test('a file of the wrong kind or too large is refused at the field, with the limit', async () => {
  const onChange = vi.fn()
  await renderWithProviders(<FileDrop label="Văn bản" value={[]} onChange={onChange} accept={['.docx', '.pdf']} maxBytes={10} />)
  const field = screen.getByLabelText('Văn bản')
  fireEvent.change(field, { target: { files: [new File(['x'], 'a.exe')] } })
  expect(screen.getByText('Tệp “a.exe” không thuộc loại được nhận (DOCX, PDF).')).toBeDefined()
  fireEvent.change(field, { target: { files: [new File(['much too long'], 'b.pdf')] } })
  expect(screen.getByText('Tệp “b.pdf” nặng 13 B, quá mức 10 B.')).toBeDefined()
  expect(onChange).not.toHaveBeenCalled()
  const good = new File(['x'], 'c.PDF')
  fireEvent.change(field, { target: { files: [good] } })
  expect(onChange).toHaveBeenCalledWith([good])
})
