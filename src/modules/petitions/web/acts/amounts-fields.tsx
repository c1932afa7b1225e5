import { Text } from '@mantine/core'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Amounts } from '../../contract.ts'
import '../components/register.css'

export const AMOUNT_NAMES = [
  'stateMoney', 'stateLand', 'bodiesMoney', 'bodiesLand', 'peopleMoney', 'peopleLand', 'bodies', 'people', 'disciplined', 'disciplinedOfficials', 'prosecutedCases', 'prosecuted', 'prosecutedOfficials',
] as const satisfies readonly (keyof Amounts)[]
export type AmountName = (typeof AMOUNT_NAMES)[number]
/** As typed: empty is not zero while it is being filled in. */
export type TypedAmounts = Record<AmountName, number | null>

export function typedAmounts(amounts: Amounts): TypedAmounts {
  return Object.fromEntries(AMOUNT_NAMES.map((name) => [name, amounts[name] === 0 ? null : amounts[name]])) as TypedAmounts
}

export function amountsFrom(typed: TypedAmounts): Amounts {
  return Amounts.parse(Object.fromEntries(AMOUNT_NAMES.map((name) => [name, typed[name] ?? 0])))
}

/** Money, land or people: what stands after the number. */
export function amountUnit(name: AmountName): 'money' | 'land' | null {
  return name.endsWith('Money') ? 'money' : name.endsWith('Land') ? 'land' : null
}

/** The thirteen figures of the inspectorate's forms; whatever is left empty is none. */
export function AmountsFields({ value, onChange }: { readonly value: TypedAmounts; readonly onChange: (value: TypedAmounts) => void }) {
  const t = usePhrase()
  return (
    <details className="gd-amounts" open={AMOUNT_NAMES.some((name) => value[name] !== null) || undefined}>
      <summary>{t('petitions.amounts')}</summary>
      <Text className="gd-muted" mb="sm">{t('petitions.amounts_help')}</Text>
      <div className="gd-fields-beside">
        {AMOUNT_NAMES.map((name) => {
          const unit = amountUnit(name)
          return (
            <NumberField
              key={name} label={t(`petitions.amount.${name}`)} value={value[name]} onChange={(number) => { onChange({ ...value, [name]: number }) }}
              {...(unit === null ? {} : { unit: t(`petitions.amount_unit.${unit}`) })} error={value[name] !== null && value[name] < 0 ? t('web.field_wrong') : undefined}
            />
          )
        })}
      </div>
    </details>
  )
}
