import { addDays, daysBetween, formatDate, plainDate, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { luckOf } from '../demonstration-luck.ts'
import type { Cast } from './cast.ts'
import { pick, tellComplaint, tellWish, type Lot } from './courses.ts'
import { DESKS, MERGER, type Desk } from './desks.ts'
import type { Letter } from './letter.ts'
import { FORMER_PLACES, PLACES, type Place } from './places.ts'
import type { Teller } from './telling.ts'
import { COMPLAINTS, WISHES, type TopicTexts } from './texts.ts'

/** So many ordinary letters to a desk between two days, of topics that are its business; `complaints` of ten. */
interface Stretch { readonly desk: Desk; readonly from: PlainDate; readonly to: PlainDate; readonly count: number; readonly complaints: number; readonly topics: readonly string[]; readonly places: readonly Place[] }

const { ward2, ward6, ward9, ward10, town, diLinh: formerDiLinh } = FORMER_PLACES
const LAND = ['thu-hoi-dat', 'boi-thuong', 'giai-phong-mat-bang', 'cap-giay-chung-nhan', 'gia-dat-tai-chinh-dat', 'moi-truong', 'khoang-san-lam-nghiep', 'nong-nghiep']
const HOME = ['nguoi-co-cong', 'lao-dong-tien-luong', 'chinh-sach-xa-hoi', 'thu-tuc-hanh-chinh', 'can-bo-cong-chuc']
const TOWN = ['cap-giay-chung-nhan', 'giai-phong-mat-bang', 'moi-truong', 'giao-thong', 'dien-nuoc', 'thu-tuc-hanh-chinh', 'chinh-sach-xa-hoi', 'can-bo-cong-chuc']

function stretches(today: PlainDate): readonly Stretch[] {
  const day = plainDate
  const recently = { from: day('2026-07-01'), to: addDays(today, -2) }
  return [
    { desk: DESKS.resources, from: day('2021-11-15'), to: day('2025-05-30'), count: 8, complaints: 6, topics: LAND, places: [ward2, ward10, town, formerDiLinh] },
    { desk: DESKS.district, from: day('2021-11-15'), to: day('2025-05-30'), count: 8, complaints: 4, topics: TOWN, places: [ward2, ward6, ward9, ward10] },
    { desk: DESKS.homeAffairs, from: day('2021-11-15'), to: day('2025-06-20'), count: 6, complaints: 5, topics: HOME, places: [ward2, town, formerDiLinh] },
    { desk: DESKS.homeAffairs, from: day('2025-07-10'), to: day('2026-06-20'), count: 6, complaints: 5, topics: HOME, places: [PLACES.lamVien, PLACES.diLinh, PLACES.ducTrong] },
    { desk: DESKS.homeAffairs, ...recently, count: 5, complaints: 5, topics: HOME, places: [PLACES.lamVien, PLACES.xuanHuong] },
    { desk: DESKS.environment, from: day('2025-07-10'), to: day('2026-06-20'), count: 8, complaints: 5, topics: LAND, places: [PLACES.hiepThanh, PLACES.diLinh, PLACES.camLy, PLACES.damRong] },
    { desk: DESKS.environment, ...recently, count: 7, complaints: 5, topics: LAND, places: [PLACES.hiepThanh, PLACES.lamVien, PLACES.damRong] },
    { desk: DESKS.ward, from: day('2025-07-07'), to: day('2026-06-25'), count: 8, complaints: 2, topics: TOWN, places: [PLACES.xuanHuong] },
    { desk: DESKS.ward, ...recently, count: 9, complaints: 2, topics: TOWN, places: [PLACES.xuanHuong] },
    { desk: DESKS.commune, from: day('2025-07-14'), to: day('2026-06-25'), count: 7, complaints: 3, topics: TOWN, places: [PLACES.ducTrong] },
    { desk: DESKS.commune, ...recently, count: 5, complaints: 3, topics: TOWN, places: [PLACES.ducTrong] },
    { desk: DESKS.province, from: day('2022-03-01'), to: day('2026-06-20'), count: 5, complaints: 0, topics: ['moi-truong', 'giao-thong', 'nong-nghiep'], places: [ward2, town, PLACES.diLinh, PLACES.camLy] },
  ]
}



/** The everyday of the desks over the years: most is answered in time, some late, some is not theirs. */
export function tellOrdinaryLetters({ tell, citizen, today }: Cast): void {
  for (const [row, stretch] of stretches(today).entries()) {
    if (stretch.from > stretch.to) continue
    const length = daysBetween(stretch.from, stretch.to)
    for (let index = 0; index < stretch.count; index += 1) {
      const lot = (matter: string) => luckOf(stretch.desk.unitId, `letter ${row} ${index} ${matter}`)
      const on = addDays(stretch.from, Math.floor((length * (index + lot('day') * 0.8)) / stretch.count))
      tellOne(tell, stretch, on, lot, citizen)
    }
  }
}

function tellOne(tell: Teller, stretch: Stretch, on: PlainDate, lot: Lot, citizen: Cast['citizen']): void {
  const isComplaint = lot('kind') * 10 < stretch.complaints
  const kind = isComplaint ? 'complaint' : lot('kind of wish') < 0.35 ? 'recommendation' : 'feedback'
  const place = pick(stretch.places.filter((each) => FORMER.has(each) === on < MERGER), lot('place')) ?? PLACES.diLinh
  const from = [citizen(kind, place)]
  const channel = channelOf(isComplaint, on, lot)
  const plot = `thửa đất số ${12 + Math.floor(lot('plot') * 380)}, tờ bản đồ số ${2 + Math.floor(lot('sheet') * 40)}`
  const decision = { name: `Quyết định số ${20 + Math.floor(lot('decision') * 900)}/QĐ-UBND ngày ${formatDate(addDays(on, -24))}`, knownOn: addDays(on, -18) }
  const written = (text: string | undefined) => (text ?? '').replaceAll('{place}', place.called).replaceAll('{plot}', plot).replaceAll('{area}', `${40 + Math.floor(lot('area') * 360)} m²`).replaceAll('{decision}', decision.name)
  const common = { kind, place, from, channel, ...(channel === 'portal' || lot('scan') < 0.12 ? { pictures: 1 + Math.floor(lot('pictures') * 2) } : {}) } as const
  const lettered = ({ topic, titles, tells, asks, answers }: TopicTexts, at: number) => ({
    letter: { ...common, topic, title: written(titles[at]), content: [tells[at], asks[at]].map(written).join('\n\n') }, answer: written(answers[at]),
  })
  if (isComplaint) {
    const texts = pick(COMPLAINTS.filter(({ topic }) => stretch.topics.includes(topic)), lot('topic'))
    if (texts === undefined) return
    const at = Math.floor(lot('text') * texts.titles.length)
    const { letter, answer } = lettered(texts, at)
    tellComplaint(tell.letter(stretch.desk, on, { ...letter, decision, against: stretch.desk.head }), lot, { answer, outcome: texts.outcomes[at] ?? 'wrong' })
    return
  }
  const texts = pick(WISHES.filter(({ topic }) => stretch.topics.includes(topic)), lot('topic'))
  if (texts === undefined) return
  const { letter, answer } = lettered(texts, Math.floor(lot('text') * texts.titles.length))
  tellWish(tell.letter(stretch.desk, on, letter), lot, answer)
}

const FORMER: ReadonlySet<Place> = new Set(Object.values(FORMER_PLACES))

function channelOf(isComplaint: boolean, on: PlainDate, lot: Lot): NonNullable<Letter['channel']> {
  if (isComplaint) return lot('channel') < 0.5 ? 'post' : 'hand'
  return yearOf(on) >= 2026 && lot('channel') < 0.6 ? 'portal' : lot('channel') < 0.75 ? 'hotline' : 'hand'
}
