import type { Block } from '#platform/server/official-document/official-document.ts'

/** Said where a section or a table is declared "không phát sinh". */
export const NOTHING_HAPPENED = 'Trong kỳ không phát sinh.'

const DASH = /^[-–—•*]\s+/u

/**
 * What people wrote in a section, a line a paragraph. Lines that begin with a dash become a list; "a)", "1.", "+" stay as they were typed,
 * since what was approved is not counted anew.
 */
export function narrativeBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split(/\r\n|\r|\n/u).map((each) => each.trim()).filter((each) => each !== '')) {
    const last = blocks.at(-1)
    if (!DASH.test(line)) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, line.replace(DASH, '')] }
    else blocks.push({ kind: 'list', items: [line.replace(DASH, '')] })
  }
  return blocks
}
