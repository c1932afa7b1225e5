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

/**
 * What a list and the report call the clause: its first sentence, after whom it addresses and after "Ngoài các nhiệm vụ
 * nêu trên"; a long one without its purpose ("nhằm …"), or up to the last comma a line has room for.
 */
export function titleFrom(text: string): string {
  const { whom, rest } = addressedTo(text)
  const [sentence = rest] = rest.replace(SAVE_FOR, '').split(/(?<=[.;])\s|\n/)
  const bare = sentence.replace(TRAILING, '')
  const title = whom === '' ? bare : `${whom}: ${bare}`
  return title.length <= TITLE_LENGTH ? title : shortened(title)
}

const SAVE_FOR = /^Ngoài (?:việc|các) [^;,.]*[;,]\s*/
const TRAILING = /[.;:,\s]+$/
const LEAST = 40

/** "Sở Nội vụ" alone on its line, or "Thanh tra tỉnh:" before the sentence. */
function addressedTo(text: string): { whom: string; rest: string } {
  const [, whom = '', rest = ''] = /^([^\n:;.]{3,60})(?::\s+|:?\n+)(\S[^]*)$/.exec(text.trim()) ?? []
  return whom === '' ? { whom, rest: text.trim() } : { whom: whom.trim(), rest }
}

function shortened(title: string): string {
  const purpose = title.indexOf(' nhằm ')
  if (purpose >= LEAST && purpose <= TITLE_LENGTH) return title.slice(0, purpose).replace(TRAILING, '')
  const comma = title.lastIndexOf(', ', TITLE_LENGTH)
  return comma > TITLE_LENGTH / 2 ? title.slice(0, comma) : `${title.slice(0, title.lastIndexOf(' ', TITLE_LENGTH))}…`
}
