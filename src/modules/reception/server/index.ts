export { receptionReactions } from './reactions.ts'
export { receptionFacts } from './reception-facts.ts'
export { receptionRoutes } from './routes.ts'
