/**
 * A lesson's prose. Markdown without HTML: links open nothing, pictures are left out. Kernel terms explain themselves where they come first; a name in
 * backquotes that is a file or a routine of the learner's is a button that shows it; keys look like keys.
 */
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Term } from '../design/Term';
import { Keys } from '../design/Tooltip';
import { useTermFinder } from '../glossary/Prose';
import { type FindTerms, piecesOf } from '../glossary/pieces';
import { useProject } from '../store/project';
import { showPlace } from '../store/selection';
import { anchorOf, isKeys } from './model/anchors';

/** Of the tree that Markdown becomes, as much as is needed here. */
interface MarkdownNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: MarkdownNode[];
}

const PLAIN: ReadonlySet<string> = new Set(['code', 'pre', 'h1', 'h2', 'h3', 'h4']);

/** Text becomes text and terms; each term once. */
function markTerms(find: FindTerms) {
  return (root: MarkdownNode): void => {
    const told = new Set<string>();
    const visit = (node: MarkdownNode): void => {
      node.children = node.children?.flatMap((child): MarkdownNode[] => {
        if (child.type !== 'text' || !child.value) {
          if (!PLAIN.has(child.tagName ?? '')) visit(child);
          return [child];
        }
        return piecesOf(child.value, find, told).map((piece) => {
          if (typeof piece === 'string') return { type: 'text', value: piece };
          told.add(piece.term);
          const children = [{ type: 'text', value: piece.text }];
          return { type: 'element', tagName: 'dfn', properties: { title: piece.term }, children };
        });
      });
    };
    visit(root);
  };
}

const COMPONENTS: Components = {
  a: ({ children }) => <span>{children}</span>,
  img: ({ alt }) => <span>{alt}</span>,
  dfn: ({ title, children }) => <Term name={title ?? ''}>{children}</Term>,
  code: ({ className, children }) => {
    const isBlock = className !== undefined || String(children).includes('\n');
    return isBlock ? <code>{children}</code> : <CodeName text={String(children)} />;
  },
  pre: ({ children }) => (
    // A wide line scrolls, also by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must take the focus
    <pre tabIndex={0}>{children}</pre>
  ),
};

/** `headings`: in the text, they begin at this level below the step's title. */
export function LessonText({ markdown }: { readonly markdown: string }) {
  const find = useTermFinder();
  const plugins = useMemo(() => (find ? [() => markTerms(find)] : []), [find]);
  return (
    <div className="lesson-text">
      <Markdown skipHtml remarkPlugins={[remarkGfm]} rehypePlugins={plugins} components={COMPONENTS}>
        {markdown}
      </Markdown>
    </div>
  );
}

/** A single sentence of a lesson: backquotes are code there too. */
export function LessonSentence({ text }: { readonly text: string }): ReactNode {
  const parts = text.split('`');
  if (parts.length < 3) return text;
  return parts.map((part, i) => (i % 2 === 1 ? <CodeName key={i} text={part} /> : <span key={i}>{part}</span>));
}

function CodeName({ text }: { readonly text: string }) {
  const isKnown = useProject(({ project }) => anchorOf(text, project.files) !== undefined);
  if (isKeys(text)) return <Keys keys={text} />;
  if (!isKnown) return <code className="lesson-code">{text}</code>;
  const show = () => {
    // The text may have been edited since it was shown here.
    const anchor = anchorOf(text, useProject.getState().project.files);
    if (anchor) showPlace(anchor);
  };
  return (
    <button type="button" className="lesson-name" aria-label={`${text}: show it in the source`} onClick={show}>
      <code className="lesson-code">{text}</code>
    </button>
  );
}
