/** What runs when somebody opens it, by the last ending of its name. */
const RUN_BY_NAME = new Set(
  ('exe com scr pif cpl dll sys drv ocx msi msp mst msix appx bat cmd ps1 psm1 psd1 vbs vbe vb js mjs cjs jse wsf wsh wsc hta sct '
    + 'jar jnlp class apk aab xapk ipa dex sh bash zsh command run elf so dylib app dmg pkg deb rpm appimage lnk url desktop scf reg inf '
    + 'chm hlp py pyc pyw pl rb php phtml asp aspx jsp htm html xhtml mht mhtml shtml svg svgz xsl xslt swf iqy slk '
    + 'docm dotm xlsm xlsb xltm xlam xll pptm potm ppam ppsm sldm iso img vhd vhdx').split(' '),
)

const SIGNATURES: readonly Buffer[] = [
  Buffer.from('7f454c46', 'hex'), // ELF
  Buffer.from('feedface', 'hex'), Buffer.from('feedfacf', 'hex'), Buffer.from('cefaedfe', 'hex'), Buffer.from('cffaedfe', 'hex'), // Mach-O
  Buffer.from('cafebabe', 'hex'), // Mach-O for several processors, and Java
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), // a Windows link
  Buffer.from('6465780a', 'hex'), // Android
  Buffer.from('0061736d', 'hex'), // WebAssembly
]
/** Text that a machine takes for orders, whatever its name. */
const SCRIPT = /^\ufeff?\s*(?:#!|@?echo off\b|<\?php|<script\b|<%@)/i

/** True for programs and scripts, whether the bytes say so or the name does. */
export function isProgram(bytes: Uint8Array, name: string): boolean {
  return isProgramByBytes(bytes) || RUN_BY_NAME.has(endingOf(name))
}

export function isProgramByBytes(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return SIGNATURES.some((signature) => signature.equals(file.subarray(0, signature.length))) || isWindowsProgram(file) || isScript(file)
}

/** The members that only programs for Java, Android and iPhones have. */
export function isPackedProgram(names: readonly string[]): boolean {
  return names.some((name) => /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\d*\.dex|AppxManifest\.xml|Payload\/[^/]+\.app\/.*|.*\.class)$/i.test(name))
}

/** "MZ", and a header at the place that it names: text may begin with the letters as well. */
function isWindowsProgram(file: Buffer): boolean {
  if (file.length < 64 || file.toString('latin1', 0, 2) !== 'MZ') return false
  const header = file.readUInt32LE(60)
  const sign = file.toString('latin1', header, header + 2)
  return sign === 'PE' || sign === 'NE' || sign === 'LE' || sign === 'LX' || file.subarray(0, 64).includes(0)
}

function isScript(file: Buffer): boolean {
  const start = file.subarray(0, 200)
  const isWide = start[0] === 0xff && start[1] === 0xfe
  return SCRIPT.test(start.toString(isWide ? 'utf16le' : 'latin1').replace(/^\u00ef\u00bb\u00bf/, ''))
}

/** Windows takes no notice of dots and spaces at the end: "thu.exe. " runs. */
function endingOf(name: string): string {
  const bare = name.normalize('NFKC').replace(/[\s.\p{Cf}]+$/u, '')
  return /\.([^./\\]+)$/.exec(bare)?.[1]?.replace(/\p{Cf}/gu, '').trim().toLowerCase() ?? ''
}
