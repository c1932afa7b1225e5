export { WhyDate, type ExplainedDate } from './components/why-date.tsx'
