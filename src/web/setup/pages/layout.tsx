/** The frame of every set-up page: title, where in the four steps one is, content. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { STYLE } from './style.js';

export type Step = 'describe' | 'review' | 'keys' | 'install';

const STEPS: ReadonlyArray<readonly [Step, string]> = [
  ['describe', '1. Describe'],
  ['review', '2. Register on GitHub'],
  ['keys', '3. Save the keys'],
  ['install', '4. Install'],
];

export function Layout({ title, step, children }: { title: string; step?: Step; children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Seaworthy set-up`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          {step && (
            <ol class="steps" aria-label="Steps">
              {STEPS.map(([id, label]) => (
                <li aria-current={id === step ? 'step' : undefined}>{label}</li>
              ))}
            </ol>
          )}
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** A sentence in which `code` stands between backticks, as in our messages. */
export function Prose({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** Anything that went wrong: what happened, and the way on. */
export function ProblemPage({ title, message, children }: { title: string; message: string; children?: Child }) {
  return (
    <Layout title={title}>
      <p class="note bad" role="alert">
        <Prose text={message} />
      </p>
      {children}
    </Layout>
  );
}
