export { AcknowledgementSteps } from './components/acknowledgement-steps.tsx'
export { Coverage } from './components/coverage.tsx'
