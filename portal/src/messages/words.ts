/** The same keys with other words: what a second language has to say. */
export type SameWords<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : SameWords<T[Key]> };
