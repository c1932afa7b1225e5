import { parentPort, workerData } from 'node:worker_threads'
import { extractText } from './extract-text.ts'

// Runs as a thread of its own (see read-text.ts); its only input is the file.
if (workerData instanceof Uint8Array) parentPort?.postMessage(await extractText(workerData))
