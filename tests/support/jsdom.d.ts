/** The little of jsdom that tests use to read XML; the package brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(source: string, options: { contentType: 'text/xml' })
    readonly window: { readonly document: Document }
  }
}
