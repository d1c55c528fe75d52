// What a person says or does at a WeChat official account, as far as it asks for an answer.

/**
 * 用户消息: words, a file or place without words, a button of the menu, arriving, leaving; everything else is
 * nothing.
 */
export type Said =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'wordless' }
  | { readonly kind: 'pressed'; readonly key: string }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'left' }
  | { readonly kind: 'nothing' };
