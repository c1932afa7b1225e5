#!/usr/bin/env node
// Plain JavaScript without imports of ours: it must run, and say what is wrong, on any Node.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(
    `Gần Dân cần Node 24.15 trở lên, máy đang dùng ${process.version}: hãy chạy bằng "npm start" hoặc "npx gandan" (đã kèm Node 24).\n` +
      `Gần Dân needs Node 24.15 or later, this is ${process.version}: use "npm start" or "npx gandan", which bring their own.\n`,
  )
  process.exit(1)
}
// Whoever reads the output may stop early (`| head`): no fault of ours.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
const { main } = await import('../src/apps/cli.ts')
process.exitCode = await main(process.argv.slice(2))
