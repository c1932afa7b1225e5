export { reasonsOf, WhyDate, type ExplainedDate } from './components/why-date.tsx'
