import { Alert, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Certainty } from '#kernel/certainty.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { optionsIn, SearchSelect } from '#platform/web/search-select.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { aFigureCode, type FigureList } from '../../contract-forms.ts'
import type { Combination } from '../../domain/combine.ts'
import { FIGURE_KINDS, type FigureKind } from '../../domain/figure.ts'
import { CertaintyField } from './certainty-badge.tsx'
import type { ListedFigure } from './figure-kind.ts'

interface FigureDraft {
  code: string; name: string; meaning: string; kind: FigureKind; measure: string; fact: string | null
  /** As a choice of its own: the form shows what the kind allows. */
  combination: Combination['rule']
  of: string | null; to: string | null; carried: string | null
  min: number | null; max: number | null; changePercent: number | null; source: string; certainty: Certainty
}

interface FigureFormProps {
  /** Null: a new figure. */
  readonly figure: ListedFigure | null
  readonly list: FigureList
  readonly onDone: (code: string) => void
}

/** Declares a figure; of one in use, what it counts and how it adds up stay as they are. */
export function FigureForm({ figure, list, onDone }: FigureFormProps) {
  const t = usePhrase()
  const isInUse = figure !== null && figure.forms.length > 0
  const form = useForm<FigureDraft>({
    initialValues: draftOf(figure),
    validate: {
      code: (code) => {
        if (figure !== null) return null
        if (!aFigureCode.safeParse(code).success) return t('reports.figure_code_help')
        return list.figures.some((other) => other.code === code) ? t('reports.figure_exists') : null
      },
      name: (name) => (name.trim().length < 2 ? t('web.field_required') : null),
      of: (of, { kind }) => (kind === 'ratio' && of === null ? t('web.field_required') : null),
      to: (to, { kind }) => (kind === 'ratio' && to === null ? t('web.field_required') : null),
    },
  })
  const save = useCommand({
    run: (draft: FigureDraft) => api.put(`/api/reports/figures/${draft.code}`, bodyOf(draft)), form, refresh: [['reports']], doneMessage: t('reports.figure_saved'), onDone: (_done, { code }) => { onDone(code) },
  })
  const { values } = form
  const isNumber = values.kind === 'count' || values.kind === 'amount'
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('reports.save_figure')} command={save}>
      {isInUse && <Alert color="gray">{t('reports.figure_used_by', { forms: figure.forms.join(', ') })}</Alert>}
      <TextInput label={t('reports.figure_code')} description={t('reports.figure_code_help')} withAsterisk disabled={figure !== null} {...form.getInputProps('code')} />
      <TextInput label={t('reports.figure_name')} withAsterisk {...form.getInputProps('name')} />
      <Textarea label={t('reports.figure_meaning')} description={t('reports.figure_meaning_help')} autosize minRows={2} {...form.getInputProps('meaning')} />
      <Select
        label={t('reports.figure_kind')} allowDeselect={false} disabled={isInUse} data={FIGURE_KINDS.map((kind) => ({ value: kind, label: t(`reports.kind.${kind}`) }))} {...form.getInputProps('kind')}
        onChange={(kind) => { form.setValues(ofKind(FIGURE_KINDS.find((each) => each === kind) ?? 'count')) }}
      />
      <TextInput label={t('reports.measure')} {...form.getInputProps('measure')} />
      {isNumber && <Select label={t('reports.figure_fact')} description={t('reports.figure_fact_help')} clearable searchable data={list.facts.map(({ code, name }) => ({ value: code, label: name }))} {...form.getInputProps('fact')} />}
      {isNumber && (
        <Select label={t('reports.combination')} allowDeselect={false} disabled={isInUse} data={(['sum', 'last', 'first', 'none'] as const).map((rule) => ({ value: rule, label: t(`reports.combination.${rule}`) }))} {...form.getInputProps('combination')} />
      )}
      {isNumber && values.combination === 'sum' && !isInUse && (
        <FigureChoice label={t('reports.carried')} description={t('reports.carried_help')} figures={list.figures.filter(({ combination }) => combination.rule === 'first')} {...form.getInputProps('carried')} />
      )}
      {values.kind === 'ratio' && (['of', 'to'] as const).map((part) => (
        <FigureChoice key={part} label={t(`reports.ratio_${part}`)} required disabled={isInUse} figures={list.figures.filter(({ kind }) => kind === 'count' || kind === 'amount')} {...form.getInputProps(part)} error={form.errors[part] ?? form.errors['combination']} />
      ))}
      {isNumber && <NumberField label={t('reports.figure_min')} {...form.getInputProps('min')} />}
      {isNumber && <NumberField label={t('reports.figure_max')} {...form.getInputProps('max')} />}
      {isNumber && <NumberField label={t('reports.figure_change')} description={t('reports.figure_change_help')} unit="%" {...form.getInputProps('changePercent')} />}
      <TextInput label={t('reports.source')} description={t('reports.source_help')} {...form.getInputProps('source')} />
      <CertaintyField {...form.getInputProps('certainty')} />
    </SmallForm>
  )
}

interface FigureChoiceProps {
  readonly label: string
  readonly figures: readonly Pick<ListedFigure, 'code' | 'name' | 'measure'>[]
  /** The code; null or "" for none. */
  readonly value?: string | null
  readonly onChange: (code: string | null) => void
  readonly description?: string
  readonly error?: React.ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
}

/** One figure of those declared, found by its name or its code. */
export function FigureChoice({ label, figures, value = null, onChange, ...rest }: FigureChoiceProps) {
  const options = figures.map(({ code, name, measure }) => ({ value: code, label: name, detail: [code, measure].filter(Boolean).join(' · ') }))
  const chosen = options.find((option) => option.value === value) ?? (value === null || value === '' ? null : { value, label: value })
  return <SearchSelect {...rest} label={label} find={optionsIn(options)} findKey={['figures', options.length, label]} value={chosen} onChange={(option) => { onChange(option?.value ?? null) }} />
}

function draftOf(figure: ListedFigure | null): FigureDraft {
  const combination = figure?.combination ?? { rule: 'sum' as const }
  const ratio = combination.rule === 'ratio' ? combination : null
  return {
    code: figure?.code ?? '', name: figure?.name ?? '', meaning: figure?.meaning ?? '', kind: figure?.kind ?? 'count', measure: figure?.measure ?? '', fact: figure?.fact ?? null,
    combination: combination.rule, of: ratio?.of ?? null, to: ratio?.to ?? null, carried: combination.rule === 'sum' ? combination.carried ?? null : null,
    min: figure === null ? 0 : figure.min, max: figure?.max ?? null, changePercent: figure?.changeShare == null ? null : figure.changeShare * 100, source: figure?.source ?? '', certainty: figure?.certainty ?? 'unverified',
  }
}

/** What a kind brings along and what it cannot have. */
function ofKind(kind: FigureKind): Partial<FigureDraft> {
  if (kind === 'text') return { kind, combination: 'none', fact: null, min: null, max: null, changePercent: null, measure: '' }
  if (kind === 'ratio') return { kind, combination: 'ratio', fact: null, min: null, max: null, changePercent: null, measure: '%' }
  return { kind, combination: 'sum' }
}

function bodyOf({ combination: rule, of, to, carried, changePercent, name, meaning, kind, measure, fact, min, max, source, certainty }: FigureDraft) {
  const combination = rule === 'ratio' ? { rule, of: of ?? '', to: to ?? '' } : rule === 'sum' && carried !== null ? { rule, carried } : { rule }
  return { name, meaning, kind, measure, fact, combination, min, max, changeShare: changePercent === null ? null : changePercent / 100, source, certainty }
}
