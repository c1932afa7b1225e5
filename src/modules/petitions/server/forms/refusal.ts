import type { RefusalGround } from '../../domain/grounds.ts'
import { LEGAL_BASIS } from '../../domain/legal-basis.ts'
import { REFUSAL_WORDS } from './ground-words.ts'
import { copies, groundsOf, letterOf, paragraph, paragraphsOf, senderOf, sentence, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

/** Thông báo không thụ lý: the ground with its article, the reason in words, and what the sender may do instead. */
export function refusalNotice(source: FormSource, { ground, because, guidance }: { readonly ground: RefusalGround; readonly because: string; readonly guidance: string | null }): FormText {
  const basis = source.kind === 'complaint' ? ` (${ground === 'out-of-time' ? LEGAL_BASIS.timeToComplain.article : LEGAL_BASIS.refusal.article})` : ''
  return {
    subject: `Không thụ lý giải quyết ${wordWithInstance(source)}`, addressees: [source.kind === 'denunciation' ? 'Người tố cáo' : senderOf(source)], grounds: groundsOf(source),
    body: [
      paragraph(`${source.head} nhận được ${letterOf(source)}.`),
      paragraph(`Căn cứ quy định của pháp luật, ${wordOf(source.kind)} nêu trên không đủ điều kiện thụ lý giải quyết vì lý do: ${REFUSAL_WORDS[ground]}${basis}.`),
      ...paragraphsOf(sentence(because)),
      ...(guidance === null ? [] : paragraphsOf(sentence(guidance))),
      paragraph(`Vậy thông báo để ${senderOf(source)} được biết`),
    ],
    recipients: copies(source.kind === 'denunciation' ? null : source.against),
  }
}
