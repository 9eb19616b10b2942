/** What people write between our lines: kept word for word, and tied to the line of ours that it stood by. */

/** Where a note stands. A note follows its item or section when that moves; one whose anchor is gone stands at the end. */
export type Anchor =
  /** Before everything of ours. */
  | { readonly at: 'top' }
  /** Between the header and the first section. */
  | { readonly at: 'header' }
  /** Right under a section's heading. */
  | { readonly at: 'section'; readonly id: string }
  /** After an item, on its own. */
  | { readonly at: 'after'; readonly id: string }
  /** Inside an item, indented under it. */
  | { readonly at: 'under'; readonly id: string }
  /** On the item's line itself, at its end. */
  | { readonly at: 'line'; readonly id: string }
  /** After everything of ours. */
  | { readonly at: 'end' };

export type Note = Anchor & {
  /** Markdown as written, without the indentation of the list item it was in. */
  readonly text: string;
};
