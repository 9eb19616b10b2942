/** A page with nothing around it: signing in, and whatever cannot be shown. */
import type { Child } from 'hono/jsx';
import { Document } from './document.js';

export function BarePage({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <Document>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Seaworthy`}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </Document>
  );
}
