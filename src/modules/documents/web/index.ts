export { Coverage } from './components/coverage.tsx'
