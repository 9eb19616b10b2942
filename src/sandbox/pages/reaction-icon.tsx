/** Reactions drawn by ourselves where the App uses them, since a headless browser brings no emoji font; others as emoji. */

const EMOJI: Readonly<Record<string, string>> = { laugh: '😄', heart: '❤️', hooray: '🎉', rocket: '🚀' };

export function ReactionIcon({ content }: { readonly content: string }) {
  const drawing = drawingOf(content);
  if (drawing === null) return <>{EMOJI[content] ?? content}</>;
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={content}>
      {drawing}
    </svg>
  );
}

function drawingOf(content: string) {
  switch (content) {
    case 'eyes':
      return (
        <g stroke="#57606a" stroke-width="0.8">
          <ellipse cx="4.4" cy="8" rx="3.2" ry="4.6" fill="#fff" />
          <ellipse cx="11.6" cy="8" rx="3.2" ry="4.6" fill="#fff" />
          <circle cx="3.6" cy="8.6" r="1.5" fill="#1f2328" stroke="none" />
          <circle cx="10.8" cy="8.6" r="1.5" fill="#1f2328" stroke="none" />
        </g>
      );
    case 'confused':
      return (
        <g>
          <circle cx="8" cy="8" r="7" fill="#ffcf4a" />
          <circle cx="5.5" cy="6.5" r="1.1" fill="#5c3d00" />
          <circle cx="10.5" cy="6.5" r="1.1" fill="#5c3d00" />
          <path d="M5 11.5 11 10" stroke="#5c3d00" stroke-width="1.2" stroke-linecap="round" />
        </g>
      );
    case '+1':
    case '-1':
      return (
        <g fill="#f2b233" transform={content === '-1' ? 'rotate(180 8 8)' : ''}>
          <rect x="1" y="7" width="3" height="7.5" rx="0.8" fill="#57606a" />
          <path d="M5 7.4 8.2 2c.3-.6 1.9-.5 1.9 1 0 1.2-.4 2.3-.7 3.2h3.9c1 0 1.6.9 1.3 1.8l-1.5 5.2c-.2.8-.8 1.3-1.6 1.3H7.6c-1 0-1.8-.3-2.6-.8z" />
        </g>
      );
    default:
      return null;
  }
}
