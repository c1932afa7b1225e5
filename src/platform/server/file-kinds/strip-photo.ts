import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripVideo } from './strip-video.ts'
import { stripWebp } from './strip-webp.ts'

const STRIPPERS: Readonly<Record<string, (bytes: Uint8Array) => Buffer | null>> = {
  'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/webp': stripWebp, 'video/mp4': stripVideo,
}

/** A photo or video without the place it was taken at; other files as they are; null for one that is damaged. */
export function stripPhoto(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const strip = STRIPPERS[mediaType]
  return strip === undefined ? bytes : strip(bytes)
}
