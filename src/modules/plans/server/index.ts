export { searchPlans } from './directive-record.ts'
export { planJobs, planReactions } from './jobs.ts'
export { planFacts } from './plan-facts.ts'
export { planRoutes } from './routes.ts'
