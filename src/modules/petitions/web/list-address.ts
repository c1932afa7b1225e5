/** The address of a list that the server named, narrowed further: `/don-thu?topic=a` with a tab. */
export function narrowedList(address: string, more: Readonly<Record<string, string>>): string {
  const [path = '', query = ''] = address.split('?')
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  return `${path}?${params.toString()}`
}
