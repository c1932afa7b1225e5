import { parentPort, workerData } from 'node:worker_threads'
import { readPlanHere } from './read-plan-text.ts'

// Runs as a thread of its own (see read-plan.ts); its only input is the file.
if (workerData instanceof Uint8Array) parentPort?.postMessage(await readPlanHere(workerData))
