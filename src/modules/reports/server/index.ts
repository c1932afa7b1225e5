export { reportJobs } from './jobs.ts'
export { reportTasks } from './report-tasks.ts'
export { reportsRoutes } from './routes.ts'
export { searchReports } from './search-reports.ts'
