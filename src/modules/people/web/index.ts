export { ReminderSteps } from './components/reminder-steps.tsx'
