import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** How Playwright starts a browser on this machine. */
export interface BrowserLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
]

/**
 * The machine's own Chromium where there is one, else the one that comes packed in an npm package with the few libraries a
 * bare machine lacks: so that the journeys run wherever `npm ci` ran.
 */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const own = SYSTEM_BROWSERS.find((path) => existsSync(path))
  if (own !== undefined && process.env['PACKED_BROWSER'] === undefined) return { executablePath: own, args: QUIET, env: environment() }
  const folder = resolve('node_modules/.cache/chromium')
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder // where the package unpacks itself
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x' // asks it to bring its system libraries along
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const fontconfig = `${folder}/fontconfig.xml` // its own looks for its fonts under /tmp alone
  writeFileSync(fontconfig, `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`)
  return {
    executablePath,
    args: [...QUIET, '--headless=shell', '--no-zygote'],
    env: { ...environment(), LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_FILE: fontconfig },
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
