/** A choice of a few views of one list, each with an address of its own. */

interface TabsProps {
  /** What is chosen, for those who jump from landmark to landmark. */
  readonly label: string;
  readonly tabs: readonly { readonly label: string; readonly href: string; readonly isCurrent: boolean }[];
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="subnav" aria-label={label}>
      {tabs.map(({ label: text, href, isCurrent }) => (
        <a href={href} class={isCurrent ? 'subnav-item selected' : 'subnav-item'} aria-current={isCurrent || undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
