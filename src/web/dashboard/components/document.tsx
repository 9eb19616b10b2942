/** The outermost part of every page: its title, stylesheet and script. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { builtAssets } from '../assets/assets.js';

interface DocumentProps {
  readonly title: string;
  readonly children?: Child;
}

export function Document({ title, children }: DocumentProps) {
  const { style, script } = builtAssets().paths;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} · Seaworthy`}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={style} />
          <script src={script} defer />
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
