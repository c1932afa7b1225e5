interface Outline {
  readonly sections: readonly {
    readonly mark: string | null
    readonly title: string | null
    readonly items: readonly { readonly mark: string | null; readonly text: string; readonly items: readonly { readonly mark: string; readonly text: string }[] }[]
  }[]
}

export interface Clause { readonly path: string; readonly text: string; readonly title: string }

const TITLE_LENGTH = 140

/** Every item and point with the path that names it, "II.9.a". */
export function clausesOf({ sections }: Outline): Clause[] {
  return sections.flatMap((section) => section.items.flatMap((item) => {
    const path = [section.mark, item.mark].filter(Boolean).join('.')
    const points = item.items.map((point) => clause(`${path}.${point.mark}`, point.text))
    return path === '' ? points : [clause(path, item.text), ...points]
  }))
}

function clause(path: string, text: string): Clause {
  return { path, text, title: titleFrom(text) }
}

/** The first sentence, or as many whole words of it as a list can show. */
function titleFrom(text: string): string {
  const [sentence = text] = text.split(/(?<=[.;])\s|\n/)
  const bare = sentence.replace(/[.;:,\s]+$/, '')
  if (bare.length <= TITLE_LENGTH) return bare
  return `${bare.slice(0, bare.lastIndexOf(' ', TITLE_LENGTH))}…`
}
