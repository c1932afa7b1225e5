import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DAY_TONES, NIGHT_TONES, type Tones } from '#platform/web/theme/tokens.ts'

/** A file of the portal under a name with its hash: whoever has it keeps it for good. */
export interface Asset { readonly address: string; readonly mediaType: string; readonly bytes: Buffer }

export const ASSETS_ROOT = '/cong-dan/tep'
const FACES = '@fontsource/be-vietnam-pro/files/be-vietnam-pro'
const packaged = createRequire(import.meta.url)

const latinFace = assetOf('chu', 'woff2', 'font/woff2', readFileSync(packaged.resolve(`${FACES}-latin-600-normal.woff2`)))
const vietnameseFace = assetOf('chu', 'woff2', 'font/woff2', readFileSync(packaged.resolve(`${FACES}-vietnamese-600-normal.woff2`)))
const styles = assetOf('portal', 'css', 'text/css; charset=utf-8', Buffer.from(styleSheet()))
const script = assetOf('portal', 'js', 'text/javascript; charset=utf-8', ownFile('portal.js'))

export const STYLES_ADDRESS = styles.address
export const SCRIPT_ADDRESS = script.address
export const ASSETS: readonly Asset[] = [styles, script, latinFace, vietnameseFace]

/** The colours of the desk, by day and by night, before the rules; without remarks and indents. */
function styleSheet(): string {
  const rules = ownFile('portal.css').toString('utf8').replace('FACE_LATIN', latinFace.address).replace('FACE_VIETNAMESE', vietnameseFace.address)
  const tones = `:root{color-scheme:light dark;${variables(DAY_TONES)}}@media screen and (prefers-color-scheme:dark){:root{${variables(NIGHT_TONES)}}}`
  return `${tones}\n${rules}`.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\n\s*/g, '\n').replaceAll(/\n+/g, '\n')
}

function variables(tones: Tones): string {
  return Object.entries(tones).map(([name, colour]) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(colour)}`).join(';')
}

function ownFile(name: string): Buffer {
  return readFileSync(new URL(`styles/${name}`, import.meta.url))
}

function assetOf(name: string, extension: string, mediaType: string, bytes: Buffer): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { address: `${ASSETS_ROOT}/${name}-${hash}.${extension}`, mediaType, bytes }
}
