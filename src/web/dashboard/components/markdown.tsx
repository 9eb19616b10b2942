/** Our own Markdown on a page: parsed, never pasted. HTML in it is shown as text, and links lead to the web only. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Child } from 'hono/jsx';

const OPTIONS = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

export function Markdown({ text }: { readonly text: string }) {
  const tree: Root = fromMarkdown(text, OPTIONS);
  return <div class="prose">{tree.children.map(render)}</div>;
}

function render(node: Nodes): Child {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'html':
      // The marks by which we find our own comments again are for nobody to read.
      return node.value.startsWith('<!--') ? null : node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        // What scrolls must be reachable with the keyboard.
        <pre tabindex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'emphasis':
      return <em>{node.children.map(render)}</em>;
    case 'strong':
      return <strong>{node.children.map(render)}</strong>;
    case 'delete':
      return <del>{node.children.map(render)}</del>;
    case 'link':
      return /^https?:\/\//i.test(node.url) ? (
        <a href={node.url}>{node.children.map(render)}</a>
      ) : (
        node.children.map(render)
      );
    case 'heading':
      // The page has its own headings, in their own order.
      return (
        <p>
          <strong>{node.children.map(render)}</strong>
        </p>
      );
    case 'paragraph':
      return <p>{node.children.map(render)}</p>;
    case 'blockquote':
      return <blockquote>{node.children.map(render)}</blockquote>;
    case 'list':
      return node.ordered ? <ol>{node.children.map(render)}</ol> : <ul>{node.children.map(render)}</ul>;
    case 'listItem':
      return <li>{node.children.map(render)}</li>;
    case 'table':
      return (
        <table>
          {node.children.map((row, index) => (
            <tr>
              {row.children.map((cell) =>
                index === 0 ? <th>{cell.children.map(render)}</th> : <td>{cell.children.map(render)}</td>,
              )}
            </tr>
          ))}
        </table>
      );
    default:
      return 'children' in node ? node.children.map(render) : null;
  }
}
