import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, ConnectionLost } from '#platform/web/api-client.ts'

/** The desk's memory of what the server said. `onSignedOut` is called when the server no longer knows the person. */
export function createQueries(onSignedOut: () => void): QueryClient {
  function watch(error: unknown) {
    if (error instanceof ApiError && error.status === 401) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        // A refusal stays a refusal; only a lost connection is worth asking twice.
        retry: (count, error) => error instanceof ConnectionLost && count < 2,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
