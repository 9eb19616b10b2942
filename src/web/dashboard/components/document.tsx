/** The whole of a page. Without its first line browsers lay pages out as they did in the nineties. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

export function Document({ children }: { readonly children?: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">{children}</html>
    </>
  );
}
