/** An id is not a string: each kind of record has its own brand, so that one cannot stand for another. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type UnitId = Id<'unit'>
export type AccountId = Id<'account'>
export type FileId = Id<'file'>
export type DocumentId = Id<'document'>
