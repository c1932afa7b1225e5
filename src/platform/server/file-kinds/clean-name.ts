/** A name as files of every system may have it, without marks that turn the direction of writing ("donfdp.exe" shown as "donexe.pdf"). */
export function cleanFileName(name: string): string {
  const clean = name.normalize('NFC').replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_').replace(/\p{Cf}/gu, '').trim().slice(-180)
  return clean === '' ? 'tep' : clean
}
