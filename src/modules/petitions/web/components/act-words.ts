import type { Translate } from '#platform/web/phrases.tsx'
import type { CaseKind } from '../../domain/case.ts'

/** An act as it is called with a case of the kind: a denunciation is concluded, feedback answered. An act of a later version by its code. */
export function actWords(action: string, kind: CaseKind, t: Translate): string {
  return t.find(`petitions.act_as.${action}.${kind}`) ?? t.find(`petitions.act.${action}`) ?? action
}
