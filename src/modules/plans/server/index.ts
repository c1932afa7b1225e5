export { searchPlans } from './directive-record.ts'
export { planJobs, planReactions } from './jobs.ts'
export { planRoutes } from './routes.ts'
