import { createRequire } from 'node:module'

const packaged = createRequire(import.meta.url)

/**
 * Tinos has the metrics of Times New Roman, letter by letter: what is measured or set in it breaks its lines where Word
 * breaks them. The PDF embeds these files; the DOCX only names Times New Roman, as the decree does.
 */
export const FONT_FILES = {
  regular: packaged.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  italic: packaged.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bold: packaged.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  boldItalic: packaged.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
} as const

export type FontFace = keyof typeof FONT_FILES
