import { z } from 'zod'
import { FIGURE_KINDS } from './domain/figure.ts'

const FigureValue = z.union([z.number(), z.string().max(2000), z.null()])
const UnitRef = z.object({ id: z.string(), /** The official code on the last day of the period; null for units that have none. */ code: z.string().nullable(), name: z.string() })
export type UnitRef = z.infer<typeof UnitRef>

/**
 * What a line of figures stands for. `whole`: the unit's report, with all that lies below it; `own`: its own part alone; `below`: a unit right
 * below, with all that lies below that; `total`: all of them together.
 */
const EXPORT_PARTS = ['whole', 'own', 'below', 'total'] as const

/** `below`: the units right below beside the unit itself. `period` (XML only): the calendar's period that a DHIS2 knows, or the very days. */
export const ExportQuery = z.object({ below: z.enum(['0', '1']).default('0').transform((text) => text === '1'), period: z.enum(['calendar', 'exact']).default('calendar') })

/** Figures as they leave for another system. Ratios are shares: 0.25 is 25%. */
export const ExportedFigures = z.object({
  form: z.object({ code: z.string(), version: z.number(), title: z.string() }),
  period: z.object({ code: z.string(), name: z.string(), from: z.string(), to: z.string() }),
  unit: UnitRef, /** The day it was taken out. */ on: z.string(),
  figures: z.array(z.object({ code: z.string(), name: z.string(), kind: z.enum(FIGURE_KINDS), measure: z.string() })),
  rows: z.array(z.object({
    unit: UnitRef, part: z.enum(EXPORT_PARTS),
    /** The approved revision the figures stand in, and its hash; null for a working text and for sums. */
    revision: z.number().nullable(), hash: z.string().nullable(), values: z.record(z.string(), FigureValue),
  })),
})
export type ExportedFigures = z.infer<typeof ExportedFigures>

/** Figures by code, and texts by section; what is left out stays as it is, null takes a figure away. */
export const ImportFigures = z.object({
  /** The version of the form they were gathered by; another one than the period's is refused. */
  formVersion: z.number().int().optional(), values: z.record(z.string(), FigureValue), texts: z.record(z.string(), z.string().max(100_000)).optional(), nothing: z.record(z.string(), z.boolean()).optional(),
}).meta({ example: { formVersion: 1, values: { 'dan-van.dialogues': 4 }, texts: { I: 'Ủy ban nhân dân xã đã ban hành 03 văn bản.' } } })
export type ImportFigures = z.infer<typeof ImportFigures>

/** Why a cell is refused; `message` is the sentence for people, `cell` is like "D7", null where the whole sheet or place is meant. */
export const ImportFault = z.object({ sheet: z.string().nullable(), cell: z.string().nullable(), figure: z.string().nullable(), code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })
export type ImportFault = z.infer<typeof ImportFault>

/** With any fault nothing was taken. `version`: the save it stands in; `taken` places changed, `same` stood there already: nought and all are "không có gì mới". */
export const ImportResult = z.object({ version: z.number(), taken: z.number(), same: z.number(), faults: z.array(ImportFault) })
export type ImportResult = z.infer<typeof ImportResult>
