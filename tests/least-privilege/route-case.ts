import type { Model, Place } from './rights-model.ts'
import type { PetitionActWorld } from './petition-act-world.ts'
import type { PetitionWorld } from './petition-world.ts'
import type { ReceptionWorld } from './reception-world.ts'
import type { ReportWorld } from './report-world.ts'
import type { World } from './world.ts'

/** One of the eight units and all that may be asked about it. */
export interface Subject { readonly place: Place; readonly unitId: string; readonly world: World & { readonly petitionActs: PetitionActWorld; readonly petitions: PetitionWorld; readonly reports: ReportWorld; readonly reception: ReceptionWorld } }

interface Question {
  /** The values of the path's parameters, in their order. */
  readonly of?: (subject: Subject) => readonly string[]
  readonly query?: (subject: Subject) => string
  readonly body?: (subject: Subject) => object
  readonly form?: (subject: Subject) => { readonly fields: Record<string, string>; readonly file?: File }
}
/** Answered or refused, by what the asker may over the unit. A list, a search or a count shows exactly the places of which `shows` is true. */
export interface RouteCase extends Question {
  readonly may: (model: Model, place: Place) => boolean
  /** To everybody else it does not exist: 404, never 403. */
  readonly knows?: (model: Model, place: Place) => boolean
  readonly shows?: (model: Model, place: Place, asked: Place) => boolean
  readonly seen?: (body: string, subject: Subject) => readonly (string | undefined)[]
  /** How many it says there are: as many as it shows. */
  readonly counted?: (body: string) => number
}
/** Nobody is asked who they are (`anyone`), or it touches the asker's own account alone (`own`); their own tests try them. */
export type RouteCases = 'anyone' | 'own' | RouteCase | readonly RouteCase[]
