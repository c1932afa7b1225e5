import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk is the one part of the product that is built: `dist/web`, read by the server from the repository's root. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  cacheDir: '../../../node_modules/.vite',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A font or picture inside the styles would need a looser content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
