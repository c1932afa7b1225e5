/** The little of jsdom that tests use to read XML and the portal's pages; the package brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(source: string, options: { contentType: 'text/xml' | 'text/html' })
    readonly window: { readonly document: Document }
  }
}
