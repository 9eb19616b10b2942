/** A grade: the letter says it, the colour repeats it. */
import type { Letter } from '../../../domain/checklist/index.js';

const TINTS = { A: 'Grade--A', B: 'Grade--B', C: 'Grade--C', D: 'Grade--D', F: 'Grade--F' } as const;

export function Grade({ letter, isLarge = false }: { readonly letter: Letter | null; readonly isLarge?: boolean }) {
  const size = isLarge ? ' Grade--large' : '';
  if (letter === null)
    return (
      <span class={`Grade Grade--none${size}`}>
        <span aria-hidden="true">–</span>
        <span class="sr-only">No grade</span>
      </span>
    );
  return (
    <span class={`Grade ${tintOf(letter)}${size}`}>
      <span class="sr-only">Grade </span>
      {letter}
    </span>
  );
}

/** The class for a letter's colour: one for A+, A and A-. */
export function tintOf(letter: Letter): string {
  return Object.entries(TINTS).find(([first]) => letter.startsWith(first))?.[1] ?? 'Grade--none';
}
