/** An entry of `content/` as it was read: its name, its checked front matter, the words under it. */
export type Written<T> = { readonly slug: string; readonly data: T; readonly body: string };
