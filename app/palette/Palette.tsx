/**
 * The command palette: every action, lesson, diagram, routine, glossary term, and instants by description (`third irp completion`). What is chosen is
 * done at once; a term is read in the palette itself.
 */
import './palette.css';
import { Command } from 'cmdk';
import { Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Keys } from '../design/Tooltip';
import { DIAGRAM_LIST } from '../diagrams/registry';
import { routinesIn } from '../editor/routines';
import type { Term } from '../glossary/term';
import { instantsFor } from '../instants/described';
import { goTo } from '../instants/go-to';
import { type Action, useActions } from '../store/actions';
import { useLab } from '../store/lab';
import { showDialog, showRight } from '../store/layout';
import { useProject } from '../store/project';
import { showPlace } from '../store/selection';
import { score } from './score';

const MOST_TERMS = 6;

export default function Palette() {
  const [query, setQuery] = useState('');
  const [term, setTerm] = useState<Term>();
  const [problem, setProblem] = useState('');
  const hasMachine = useLab((state) => state.shown !== undefined);
  const actions = useActions((state) => state.actions);
  const groups = useMemo(() => groupsOf([...actions.values()]), [actions]);
  const close = () => showDialog(undefined);
  const choose = (act: () => void) => {
    close();
    // After the focus has come back: what is done may take it elsewhere.
    setTimeout(act);
  };
  const type = (text: string) => {
    setQuery(text);
    setTerm(undefined);
    setProblem('');
  };
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-overlay" />
        <RadixDialog.Content className="palette" aria-describedby={undefined}>
          <RadixDialog.Title className="visually-hidden">Command palette</RadixDialog.Title>
          <Command label="Command palette" loop filter={score}>
            <Command.Input
              className="palette-input"
              value={query}
              onValueChange={type}
              placeholder="An action, a routine, a term, or an instant: third irp completion"
            />
            {problem && (
              <p className="palette-problem" role="alert">
                {problem}
              </p>
            )}
            {term ? (
              <TermText term={term} />
            ) : (
              <Command.List className="palette-list">
                <Command.Empty className="palette-empty">
                  Nothing is called that. Try a verb (run, step), a routine, or an instant such as “last fault”.
                </Command.Empty>
                {hasMachine && (
                  <Instants
                    query={query}
                    onChoose={(goal) => goTo(goal).then((said) => (said ? setProblem(said) : close()))}
                  />
                )}
                {groups.map(([group, list]) => (
                  <Command.Group key={group} heading={group}>
                    {list.map(({ id, title, words = '', keys, run, isAvailable }) => (
                      <Item
                        key={id}
                        value={`${title} ${words}`}
                        unavailable={!(isAvailable?.() ?? true)}
                        onChoose={() => choose(run)}
                        end={keys?.[0] && <Keys keys={keys[0]} />}
                      >
                        {title}
                      </Item>
                    ))}
                  </Command.Group>
                ))}
                <Command.Group heading="Diagrams">
                  {DIAGRAM_LIST.map(({ id, title, about }) => (
                    <Item key={id} value={`diagram ${title}`} onChoose={() => choose(() => showRight(id))} note={about}>
                      {title}
                    </Item>
                  ))}
                </Command.Group>
                <Routines onChoose={choose} />
                <Terms query={query} onChoose={setTerm} />
              </Command.List>
            )}
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

interface ItemProps {
  readonly value: string;
  readonly children: ReactNode;
  readonly note?: string;
  readonly end?: ReactNode;
  readonly unavailable?: boolean;
  /** Shown whatever was typed. */
  readonly always?: boolean;
  readonly onChoose: () => void;
}

function Item({ value, children, note, end, unavailable = false, always = false, onChoose }: ItemProps) {
  return (
    <Command.Item className="palette-item" value={value} disabled={unavailable} forceMount={always} onSelect={onChoose}>
      <span className="palette-title">{children}</span>
      {note && <span className="palette-note">{note}</span>}
      {end}
    </Command.Item>
  );
}

function Instants({
  query,
  onChoose,
}: {
  readonly query: string;
  readonly onChoose: (goal: Parameters<typeof goTo>[0]) => void;
}) {
  const offers = instantsFor(query);
  if (offers.length === 0) return null;
  return (
    <Command.Group heading="Instants" forceMount>
      {offers.map(({ title, goal }) => (
        <Item key={title} value={`instant ${title}`} always onChoose={() => onChoose(goal)} note="go there">
          {title}
        </Item>
      ))}
    </Command.Group>
  );
}

/** The learner's own. */
function Routines({ onChoose }: { readonly onChoose: (act: () => void) => void }) {
  const files = useProject((state) => state.project.files);
  const routines = useMemo(
    () => files.flatMap(({ name: file, text }) => routinesIn(text).map((routine) => ({ file, ...routine }))),
    [files],
  );
  return (
    <Command.Group heading="Routines">
      {routines.map(({ file, name, line }) => (
        <Item
          key={`${file}:${line}`}
          value={`${name} ${file}`}
          note={`${file}, line ${line}`}
          onChoose={() => onChoose(() => showPlace({ file, line }))}
        >
          <code>{name}</code>
        </Item>
      ))}
    </Command.Group>
  );
}

function Terms({ query, onChoose }: { readonly query: string; readonly onChoose: (term: Term) => void }) {
  const [terms, setTerms] = useState<readonly Term[]>([]);
  useEffect(() => {
    let isWanted = query.trim().length > 1;
    if (!isWanted) setTerms([]);
    else {
      import('../glossary/find').then(({ search }) => isWanted && setTerms(search(query).slice(0, MOST_TERMS)));
    }
    return () => {
      isWanted = false;
    };
  }, [query]);
  if (terms.length === 0) return null;
  return (
    <Command.Group heading="Glossary" forceMount>
      {terms.map((term) => (
        <Item key={term.id} value={`term ${term.name}`} always note={term.short} onChoose={() => onChoose(term)}>
          {term.name}
        </Item>
      ))}
    </Command.Group>
  );
}

function TermText({ term }: { readonly term: Term }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <article className="palette-term" tabIndex={0} aria-label={term.name} aria-live="polite">
      <h2>{term.name}</h2>
      <p>{term.short}</p>
      <p>{term.long}</p>
      <p className="hint">Type to go on searching.</p>
    </article>
  );
}

function groupsOf(actions: readonly Action[]): [string, Action[]][] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return [...groups];
}
