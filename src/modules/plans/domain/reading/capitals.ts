/** A line printed in capitals, as headings, issuers and positions are. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

const PLACE = /(?<!\p{L})((?<!đảng bộ )tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|quận|đặc khu|(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Tt]hị) [ủu][yỷ])(?!\p{L}) (?!ủy|uỷ|hội|và)(.+)$/u
/** The first letter of a body's own name: Sở Nội vụ, Ban Dân vận, Phó Chánh Văn phòng. */
const NAME_OF_BODY = /(?<=(?<!\p{L})(?:sở|(?<!đảng )bộ|(?<![ủu][yỷ] )ban|cục|viện|phòng|hội|chánh|phó|quyền) )(?!đồng|trưởng|hành|thẩm|nghị|tỉnh|huyện)\p{L}/gu
/** Sở Văn hóa, Thể thao và Du lịch; Sở Lao động - Thương binh và Xã hội. */
const NAME_GOES_ON = /(?<=(?<!\p{L}|các )(?:sở|bộ|(?<![ủu][yỷ] )ban) .{1,60}(?:, | - | và ))\p{L}/gu
const BODY_IN_A_NAME =
  /(?<=\p{L} )(?<!các )(?:sở|(?<!đảng )bộ|(?<!trưởng |[ỦủUu][yỷ] )ban|(?:tỉnh|thành|huyện|thị|đảng) [ủu][yỷ](?! ban)|[ủu][yỷ](?= ban ))(?!\p{L}|, )/gu
const ALWAYS_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/mặt trận tổ quốc/g, 'Mặt trận Tổ quốc'],
  [/việt nam/g, 'Việt Nam'],
  [/quốc hội/g, 'Quốc hội'],
  [/(?<=\p{L} )chính phủ/gu, 'Chính phủ'],
  [/trung ương/g, 'Trung ương'],
  [/đảng bộ/g, 'Đảng bộ'],
  [/(?<=tịch )hội đồng nhân dân/g, 'Hội đồng nhân dân'],
]
const ABBREVIATION = /(?<!\p{L})(?:ubnd|hđnd|ubmttqvn|ubmttq|mttqvn|mttq|vp|tw|tp|tc|ldp)(?!\p{L})/gu

/**
 * "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG" as running text writes it: "Ủy ban nhân dân tỉnh Lâm Đồng".
 * Capitals carry no case, so it follows how Annex II of Nghị định 30/2020/NĐ-CP writes bodies, positions and places.
 */
export function fromCapitals(capitals: string): string {
  if (!isAllCapitals(capitals)) return capitals
  const bodies = capitals
    .toLowerCase()
    .replace(NAME_GOES_ON, capitalised)
    .replace(NAME_OF_BODY, capitalised)
    .replace(BODY_IN_A_NAME, capitalised)
  const written = ALWAYS_WRITTEN.reduce((text, [pattern, name]) => text.replace(pattern, name), bodies)
    .replace(PLACE, (_all, level: string, name: string) => `${level} ${name.split(' ').map(capitalised).join(' ')}`)
    .replace(ABBREVIATION, (abbreviation) => abbreviation.toUpperCase())
  return capitalised(written)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
