/** A page with nothing around it: signing in, and whatever cannot be shown. */
import type { Child } from 'hono/jsx';
import { Document } from './document.js';
import { Icon } from './icon.js';

export function BarePage({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <Document title={title}>
      <main class="BarePage">
        <p class="text-center fgColor-muted">
          <Icon name="shield-check" /> Seaworthy
        </p>
        <div class="Box p-4">
          <h1 class="f3 mb-3">{title}</h1>
          {children}
        </div>
      </main>
    </Document>
  );
}
