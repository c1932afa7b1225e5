import type { Appointment } from '../contract.ts'
import { POSTS, type Post } from '../domain/appointment.ts'
import { isInForceOn, isOverOn } from './validity-days.ts'

interface AppointmentsByDay {
  /** Each post that somebody holds or that should be filled, with its holders. */
  readonly posts: readonly { readonly post: Post; readonly holders: readonly Appointment[] }[]
  readonly coming: readonly Appointment[]
  readonly former: readonly Appointment[]
  /** The first post nobody holds. */
  readonly gap: Post | undefined
}

/** Who held the posts of a unit on the day, who was to come, who had been. An acting head is only missed where there is no head. */
export function appointmentsByDay(appointments: readonly Appointment[], day: string): AppointmentsByDay {
  const inForce = appointments.filter((appointment) => isInForceOn(appointment, day))
  const all = POSTS.map((post) => ({ post, holders: inForce.filter((appointment) => appointment.post === post) }))
  const isHeaded = inForce.some(({ post }) => post === 'acting-head')
  const posts = all.filter(({ post, holders }) => holders.length > 0 || !(post === 'acting-head' || (post === 'head' && isHeaded)))
  return {
    posts,
    coming: appointments.filter(({ validFrom }) => validFrom > day),
    former: appointments.filter((appointment) => isOverOn(appointment, day) && appointment.validFrom <= day),
    gap: posts.find(({ holders }) => holders.length === 0)?.post,
  }
}
