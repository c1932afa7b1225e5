import { parentPort, workerData } from 'node:worker_threads'
import { parseXlsx } from './parse-xlsx.ts'

// Runs as a thread of its own (see read-xlsx.ts); its only input is the file.
if (workerData instanceof Uint8Array) parentPort?.postMessage(await parseXlsx(workerData))
