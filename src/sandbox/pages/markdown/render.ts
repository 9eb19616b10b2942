/** Draws Markdown as GitHub draws it in issues: line breaks kept, boxes clickable, mentions and numbers linked, HTML tamed. */
import type { Definition, List, ListItem, Nodes, Parents, Table } from 'mdast';
import { escapeHtml, htmlScope } from './allowed-html.js';
import { parseMarkdown } from './parse.js';
import { taskOf } from './tasks.js';

export interface RenderOptions {
  /** `/owner/repo`, for `#12`; without it numbers stay text. */
  readonly repo?: string;
  /** The id of the form that a click on a box submits; without it boxes are shown but locked. */
  readonly form?: string;
}

/** Safe to put into a page as it is: everything from the source is escaped or on the allow-list. */
export function renderMarkdown(source: string, options: RenderOptions = {}): string {
  const root = parseMarkdown(source);
  const definitions = new Map<string, Definition>();
  const collect = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if ('children' in node) node.children.forEach(collect);
  };
  collect(root);
  let linksAround = 0;

  function linked(url: string, title: string | null | undefined, node: Parents): string {
    linksAround += 1;
    const content = children(node);
    linksAround -= 1;
    return link(url, title, content);
  }

  function children(parent: Parents, tight = false): string {
    const scope = htmlScope();
    const drawn = parent.children.map((node) => {
      if (node.type === 'html') return scope.write(node.value);
      return node.type === 'paragraph' && tight ? children(node) : draw(node);
    });
    return drawn.join('') + scope.end();
  }

  function listItem(item: ListItem, list: List): string {
    const tight = !(list.spread === true || list.children.some((entry) => entry.spread === true));
    const task = taskOf(item, source);
    if (task === null) return `<li>${children(item, tight)}</li>`;
    const click = options.form === undefined ? 'disabled' : `form="${escapeHtml(options.form)}"`;
    const label = task.checked ? 'Done: untick' : 'Open: tick';
    const box = `<button ${click} class="box" id="box-${task.offset}" name="task" value="${task.key}" role="checkbox" aria-checked="${task.checked}" aria-label="${label}"></button>`;
    return `<li class="task">${box}${children(item, tight)}</li>`;
  }

  function table(node: Table): string {
    const rows = node.children.map((row, index) => {
      const tag = index === 0 ? 'th' : 'td';
      const cells = row.children.map((cell, column) => {
        const align = node.align?.[column];
        return `<${tag}${align ? ` align="${align}"` : ''}>${children(cell)}</${tag}>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table><thead>${rows[0] ?? ''}</thead><tbody>${rows.slice(1).join('')}</tbody></table>`;
  }

  function draw(node: Nodes): string {
    switch (node.type) {
      case 'root':
      case 'tableRow':
      case 'tableCell':
        return children(node);
      case 'paragraph':
        return `<p>${children(node)}</p>`;
      case 'heading':
        return `<h${node.depth}>${children(node)}</h${node.depth}>`;
      case 'text':
        return linksAround > 0 ? brokenLines(node.value) : text(node.value, options.repo);
      case 'emphasis':
        return `<em>${children(node)}</em>`;
      case 'strong':
        return `<strong>${children(node)}</strong>`;
      case 'delete':
        return `<del>${children(node)}</del>`;
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`;
      case 'code':
        return `<pre><code>${escapeHtml(node.value)}\n</code></pre>`;
      case 'blockquote':
        return `<blockquote>${children(node)}</blockquote>`;
      case 'thematicBreak':
        return '<hr>';
      case 'break':
        return '<br>';
      case 'list': {
        const start = node.ordered === true && (node.start ?? 1) !== 1 ? ` start="${node.start}"` : '';
        const tag = node.ordered === true ? 'ol' : 'ul';
        return `<${tag}${start}>${node.children.map((item) => listItem(item, node)).join('')}</${tag}>`;
      }
      case 'listItem':
        return `<ul>${listItem(node, { type: 'list', children: [node] })}</ul>`;
      case 'link':
        return linked(node.url, node.title, node);
      case 'linkReference': {
        const target = definitions.get(node.identifier);
        return linked(target?.url ?? '', target?.title, node);
      }
      // Pictures would be requests to other hosts: shown as a link to them.
      case 'image':
        return link(node.url, node.title, escapeHtml(node.alt ?? node.url));
      case 'imageReference':
        return link(definitions.get(node.identifier)?.url ?? '', null, escapeHtml(node.alt ?? node.identifier));
      case 'table':
        return table(node);
      case 'footnoteReference':
        return `<sup>${escapeHtml(node.label ?? node.identifier)}</sup>`;
      case 'footnoteDefinition':
        return `<div class="footnote"><sup>${escapeHtml(node.label ?? node.identifier)}</sup>${children(node)}</div>`;
      case 'html': {
        const scope = htmlScope();
        return scope.write(node.value) + scope.end();
      }
      case 'definition':
      case 'yaml':
        return '';
    }
  }

  return draw(root);
}

function link(url: string, title: string | null | undefined, content: string): string {
  // Anything that is not the web, mail or this very site (`javascript:` above all) is no link.
  if (!/^(?:https?:\/\/|mailto:|[#./?]|$)/i.test(url)) return content;
  const hint = title ? ` title="${escapeHtml(title)}"` : '';
  return `<a href="${escapeHtml(url)}"${hint} rel="nofollow noopener">${content}</a>`;
}

const REFERENCE = /(?<![\w/&])(?:@(?<login>[a-z0-9](?:-?[a-z0-9]){0,38})(?![\w/-])|#(?<number>\d{1,9})(?!\w))/gi;

function text(value: string, repo: string | undefined): string {
  return brokenLines(value).replace(REFERENCE, (match, ...rest) => {
    const { login, number } = rest.at(-1) as { login?: string; number?: string };
    if (login !== undefined) return `<a class="mention" href="/${login}">${match}</a>`;
    return repo === undefined ? match : `<a href="${escapeHtml(repo)}/issues/${number}">${match}</a>`;
  });
}

function brokenLines(value: string): string {
  return escapeHtml(value).replace(/\r\n?|\n/g, '<br>\n');
}
