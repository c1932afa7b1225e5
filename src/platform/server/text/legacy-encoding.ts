const SAMPLE_LENGTH = 200_000
const UNICODE_VIETNAMESE = /[đĐơƠưƯăĂ\u1ea0-\u1ef9]/u
/** TCVN3 (ABC) keeps vowels with marks at the codes of signs: "nh©n d©n", "ViÖt", "®Êt". */
const TCVN3_WORD = /\p{L}[©®¬ª«µ¶·¸¹»¼½¾¨×÷]|[©®¬ª«µ¶·¸¹»¼½¾¨][\p{Ll}]|[bcdghklmnpqrstvx][ÖÕÌÊÈÇÏÑÒÔÓÜÝßØ]/u
/** VNI writes the mark as a second letter: "nhaân daân", "Vieät", "coäng hoøa". */
const VNI_WORD = /[aeouyAEOUY][ùøûõïâáàåãäêéèëúÙØÛÕÏÂÁÀÅÃÄÊÉÈËÚ]|[öôÖÔ][ùøûõïÙØÛÕÏ]|\b[ñÑ][aeiouyöô]/u
const FONT_WORDS_SHARE = 0.1

/**
 * True for Vietnamese typed for a TCVN3 (ABC) or VNI font and read as characters: many words with the signs of those fonts,
 * and none of the letters that only Unicode Vietnamese has. Neither can be told from the other surely enough to convert it.
 */
export function isLegacyEncoded(text: string): boolean {
  const words = text.slice(0, SAMPLE_LENGTH).split(/\s+/).filter((word) => /\p{L}/u.test(word))
  if (words.length < 8) return false
  const unicode = words.filter((word) => UNICODE_VIETNAMESE.test(word)).length
  const legacy = words.filter((word) => TCVN3_WORD.test(word) || VNI_WORD.test(word)).length
  return unicode < words.length * 0.02 && legacy > words.length * FONT_WORDS_SHARE
}
