import { readFile } from 'node:fs/promises'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { FONT_FILES } from './fonts.ts'
import { LAYOUT, STYLES, textAreaMm } from './layout.ts'
import type { OfficialDocument } from './official-document.ts'
import { printDocument } from './print.ts'

interface Typesetter {
  readonly compiler: NodeCompiler
  readonly template: string
}

/** Made with the first document and kept: opening the fonts takes ten times as long as setting a page. */
let typesetter: Promise<Typesetter> | undefined

/** How many documents the compiler's memory of earlier results reaches back. */
const REMEMBERED = 5

/**
 * The same document as a tagged PDF with its fonts inside. Words reach the template as data, never as its markup, so no
 * letter in them can mean anything; each call compiles in one go, so calls cannot mix.
 */
export function writePdf(document: OfficialDocument): Promise<Uint8Array> {
  return setAs(document, (compiler, compiled) => new Uint8Array(compiler.pdf(compiled)))
}

/** Its pages one under the other as one picture (SVG): letters are outlines, so any browser shows it, a telephone too. */
export function writePicture(document: OfficialDocument): Promise<Uint8Array> {
  return setAs(document, (compiler, compiled) => new TextEncoder().encode(compiler.plainSvg(compiled)))
}

async function setAs(document: OfficialDocument, take: (compiler: NodeCompiler, compiled: NodeTypstDocument) => Uint8Array): Promise<Uint8Array> {
  const { compiler, template } = await (typesetter ??= openTypesetter())
  const words = { ...printDocument(document), author: document.issuer }
  const layout = { ...LAYOUT, styles: STYLES, textAreaMm: { portrait: textAreaMm('portrait'), landscape: textAreaMm('landscape') } }
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { words: JSON.stringify(words), layout: JSON.stringify(layout) } })
    if (compiled.result === null) throw new Error(`The document could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    return take(compiler, compiled.result)
  } finally {
    compiler.evictCache(REMEMBERED)
  }
}

async function openTypesetter(): Promise<Typesetter> {
  const template = await readFile(new URL('official-document.typ', import.meta.url), 'utf8')
  const fontBlobs = await Promise.all(Object.values(FONT_FILES).map((path) => readFile(path)))
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }), template }
}
