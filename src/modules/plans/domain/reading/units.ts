/** An office that stands for its body: "Giám đốc Sở Nội vụ" addresses Sở Nội vụ. */
const OFFICE = /^(?:(?:đồng chí|các đồng chí)\s)?(?:Thủ trưởng|Người đứng đầu|Giám đốc|Tổng Giám đốc|Chủ tịch(?= (?:Ủy ban|Uỷ ban|UBND|Hội|HĐND|các hội|Mặt trận|Liên đoàn))|Trưởng [Bb]an(?= (?:Ban|các))|Trưởng [Pp]hòng(?= Phòng)|Bí thư(?= (?:Huyện|Thành|Tỉnh|Đảng|Ban|các))|Chánh(?= (?:Văn phòng|Thanh tra|thanh tra|văn phòng))|Cục trưởng(?= Cục)|Chi cục trưởng(?= Chi cục)|Bộ trưởng(?= (?:Bộ|các [Bb]ộ)))\s/iu

const BODY = String.raw`(?:[Ss]ở (?=\p{Lu})|[Ss]ở, (?=ban|ngành)|[Bb]an (?=(?:Dân|Tổ chức|Tuyên|Nội chính|Quản lý|Chỉ đạo|Thường|Chấp hành|Thi đua|Tôn giáo|[Cc]án sự|Biên tập|Tiếp công|Pháp chế)\b|Dân tộc)|Bộ (?=\p{Lu})|Bộ đội Biên phòng|Bộ Chỉ huy|Văn phòng|Thanh tra (?=tỉnh|huyện|thành phố|Chính phủ|[Ss]ở|Bộ|\p{Lu})|(?:Ủy|Uỷ) ban|UBND|HĐND|Hội đồng|UBMTTQ|Mặt trận|MTTQ|Công an|Cục |Chi cục|Kho bạc|Ngân hàng|Bảo hiểm xã hội|Tòa án|Toà án|Viện (?=\p{Lu})|Trường (?=\p{Lu})|Trung tâm (?=\p{Lu})|Đài |Báo (?=\p{Lu})|Cổng [Tt]hông tin|Hội (?=\p{Lu})|Đảng đoàn|Liên đoàn|Liên minh|Tỉnh đoàn|Tỉnh Đoàn|Đoàn (?=\p{Lu})|(?:Tỉnh|Thành|Huyện|Đảng|Thị) (?:ủy|uỷ)|Phòng (?=\p{Lu})|Tổ (?=\p{Lu})|Bưu điện|Công ty|Tổng công ty|Cơ quan|Đơn vị|(?:Các|các) (?:[Bb]ộ|[Ss]ở|[Bb]an|[Nn]gành|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Hh]uyện|[Xx]ã|phường|[Tt]hành phố|[Tt]hị xã|[Tt]ổ chức|[Đđ]oàn thể|[Hh]ội|[Dd]oanh nghiệp|[Tt]rường|[Pp]hòng|[Cc]ấp ủy|[Tt]hành viên|[Đđ]ồng chí|[Tt]ập đoàn|thôn|tổ dân phố|khu phố|ấp|(?:Ủy|Uỷ|ủy|uỷ) ban|UBND))`
const STARTS_A_UNIT = new RegExp(`^(?:${BODY})`, 'u')
const STARTS_ANYWHERE = new RegExp(`^(?:${BODY}|(?:các )?(?:Thủ trưởng|Người đứng đầu|Giám đốc|Chủ tịch|Trưởng [Bb]an|Trưởng phòng|Bí thư|Chánh (?:Văn phòng|Thanh tra)|Cục trưởng|Bộ trưởng)\\s)`, 'u')

/** One office for two bodies: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã". */
const SERVES_TWO_BODIES = /^(?:Chánh )?Văn phòng (?:Hội đồng nhân dân|HĐND|Đoàn đại biểu Quốc hội)$/

/** True where a phrase begins with a body, or with the office of one. */
export function startsWithUnit(phrase: string): boolean {
  return STARTS_A_UNIT.test(withoutOffice(phrase))
}

/**
 * The units a phrase names: "Thủ trưởng các sở, ban, ngành và Thủ trưởng các cơ quan liên quan" names "các sở, ban, ngành" and
 * "các cơ quan liên quan". A comma or "và" parts two units only if a new body begins behind it ("Sở Văn hóa, Thể thao và Du lịch" is one).
 */
export function unitsIn(phrase: string): string[] {
  const units: string[] = []
  for (const part of phrase.split(/;\s?(?:và\s)?/)) {
    let unit = ''
    for (const piece of part.split(/(?<=,)\s|\s(?=và\s)/)) {
      const bare = piece.replace(/^và\s/, '')
      const begins = unit === '' || (STARTS_ANYWHERE.test(bare) && !SERVES_TWO_BODIES.test(unit))
      if (begins && unit !== '') units.push(unit)
      unit = begins ? bare : `${unit} ${piece}`
    }
    units.push(unit)
  }
  return units.flatMap(enumerated).map((unit) => tidy(withoutOffice(tidy(unit)))).filter((unit) => unit !== '')
}

/** "các Sở: Nội vụ, Tài chính" are Sở Nội vụ and Sở Tài chính. */
function enumerated(unit: string): string[] {
  const [, level = '', names = ''] = /^(?:.*\s)?[Cc]ác ([Ss]ở|[Bb]an|[Bb]ộ)\s?:\s?(.*)$/u.exec(tidy(unit)) ?? []
  if (names === '') return [unit]
  const pieces = names.split(/,\s|\svà\s(?=\p{Lu})/u)
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1) ?? ''
    const isSecondHalf = /^(?:Thể thao|Du lịch|Đầu tư|Đào tạo|Môi trường|Phát triển nông thôn|Truyền thông|Công nghệ|Xã hội|Tôn giáo)$/u.test(piece)
    if (isSecondHalf && before !== '') joined[joined.length - 1] = before + (piece === 'Thể thao' ? ', ' : ' và ') + piece
    else joined.push(piece)
  }
  const word = level.charAt(0).toUpperCase() + level.slice(1)
  return joined.map((name) => `${word} ${name}`)
}

function withoutOffice(unit: string): string {
  return unit.replace(OFFICE, '')
}

function tidy(unit: string): string {
  return unit.replace(/^[-\s]+|[\s,.;:]+$/g, '').replace(/^(?:và|cùng|với)\s/, '')
}
