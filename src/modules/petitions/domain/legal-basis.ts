import type { Certainty } from '#kernel/certainty.ts'

/** Where a rule stands, and how sure we are of it. */
export interface LegalBasis { readonly article: string; readonly certainty: Certainty }

const verified = (article: string): LegalBasis => ({ article, certainty: 'verified' })
const unverified = (article: string): LegalBasis => ({ article, certainty: 'unverified' })

/** The articles that sorting, passing on and concluding lean on (terms have theirs in their rules). What was not read in its source is marked so. */
export const LEGAL_BASIS = {
  eligible: unverified('Thông tư 05/2021/TT-TTCP (điều kiện đơn đủ điều kiện xử lý)'),
  filing: unverified('Thông tư 05/2021/TT-TTCP (đơn không đủ điều kiện xử lý)'),
  severalMatters: unverified('Thông tư 05/2021/TT-TTCP (đơn có nhiều nội dung)'),
  group: verified('Luật Tiếp công dân 42/2013/QH13, Điều 29'),
  timeToComplain: verified('Luật Khiếu nại 02/2011/QH13, Điều 9'),
  refusal: verified('Luật Khiếu nại 02/2011/QH13, Điều 11'),
  refusalOfDenunciation: unverified('Luật Tố cáo 25/2018/QH14, Điều 29 khoản 1'),
  secondInstance: verified('Luật Khiếu nại 02/2011/QH13, Điều 33'),
  anonymousDenunciation: verified('Luật Tố cáo 25/2018/QH14, Điều 25'),
  competenceToSettle: unverified('Luật Khiếu nại 02/2011/QH13; Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP (thẩm quyền giải quyết)'),
  competenceForDenunciations: unverified('Luật Tố cáo 25/2018/QH14 (thẩm quyền giải quyết)'),
  competenceForFeedback: unverified('Thông tư 05/2021/TT-TTCP (xử lý đơn kiến nghị, phản ánh)'),
  acceptance: verified('Thông tư 05/2021/TT-TTCP, Điều 13'),
  transfer: verified('Thông tư 05/2021/TT-TTCP, Điều 14'),
  transferOfDenunciation: verified('Luật Tố cáo 25/2018/QH14, Điều 24 khoản 2; Thông tư 05/2021/TT-TTCP, Điều 14'),
  dialogue: verified('Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP, Điều 11'),
  suspension: verified('Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP, Điều 12'),
  withdrawal: verified('Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP, Điều 7a'),
  complexity: verified('Nghị định 124/2020/NĐ-CP, Điều 3a, sửa đổi bởi Nghị định 155/2026/NĐ-CP'),
  extension: verified('Luật Tố cáo 25/2018/QH14, Điều 30; Nghị định 31/2019/NĐ-CP, Điều 3'),
} as const satisfies Record<string, LegalBasis>
