/** The dialogs of the source place: names of files, files from outside, sources of the lab, deleting a project. That of a breakpoint is in BreakpointDialog.tsx. */
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { dropProject, openProject, useProject } from '../store/project';
import { addProjects } from '../store/project-archive';
import { addFile, nameProblem, renameFile, takeIn } from '../store/project-files';
import { showSource } from '../store/project-tabs';
import { BreakpointDialog } from './BreakpointDialog';
import { type EditorDialog, openDialog } from './dialogs';
import { focusFirst } from './focus-first';
import { loadSourceFiles, useLabSources } from './lab-sources';

export default function EditorDialogs({ dialog }: { readonly dialog: EditorDialog }) {
  if (dialog.kind === 'breakpoint') return <BreakpointDialog id={dialog.id} spec={dialog.spec} />;
  if (dialog.kind === 'new-file') return <NameDialog />;
  if (dialog.kind === 'rename') return <NameDialog file={dialog.file} />;
  if (dialog.kind === 'intake') return <IntakeDialog {...dialog} />;
  if (dialog.kind === 'delete-project') return <DeleteDialog />;
  return <SourcesDialog />;
}

const close = () => openDialog(undefined);

function NameDialog({ file }: { readonly file?: string }) {
  const project = useProject((state) => state.project);
  const [name, setName] = useState(file ?? '');
  const [isTold, setTold] = useState(false);
  const problem = nameProblem(project, name.trim(), file);
  const done = () => {
    setTold(true);
    if (problem) return;
    if (file === undefined) addFile({ name: name.trim(), text: '' });
    else if (name.trim() !== file) renameFile(file, name.trim());
    close();
  };
  return (
    <Dialog
      title={file === undefined ? 'New file' : `Rename ${file}`}
      about="A .c file is a source of the driver or of the program; a .h file is for them to include."
      open
      onClose={close}
    >
      <form
        ref={focusFirst}
        className="editor-form"
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <label className="editor-field">
          <span>Name</span>
          <input
            className="editor-input"
            value={name}
            placeholder="control.c"
            spellCheck={false}
            aria-invalid={isTold && problem !== undefined}
            aria-describedby="name-problem"
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <p id="name-problem" className="editor-problem" role="alert">
          {isTold && problem}
        </p>
        <input type="submit" hidden />
        <div className="editor-form-actions">
          <Button label={file === undefined ? 'Add' : 'Rename'} look="go" onClick={done} />
          <Button label="Cancel" onClick={close} />
        </div>
      </form>
    </Dialog>
  );
}

function IntakeDialog({ files, replaced, projects, problems }: Intakes) {
  const open = useProject((state) => state.project.title);
  const isAsked = replaced.length > 0;
  if (projects.length > 0) return <ProjectsDialog projects={projects} files={files} problems={problems} />;
  return (
    <Dialog title={isAsked ? 'Replace your files?' : 'Add files'} open onClose={close}>
      {isAsked && (
        <>
          <p>You have changed these files of {open}. The new ones would take their place; that can be undone:</p>
          <ul className="editor-names">
            {replaced.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <>
          <p>{files.length === 0 ? 'Nothing could be added.' : `Not everything can be added to ${open}.`}</p>
          <Problems list={problems} />
        </>
      )}
      <div className="editor-form-actions">
        {files.length > 0 && (
          <Button
            label={isAsked ? 'Replace' : `Add ${files.length === 1 ? files[0]?.name : `${files.length} files`}`}
            look="go"
            onClick={() => {
              takeIn(files);
              close();
            }}
          />
        )}
        <Button label={files.length > 0 ? 'Cancel' : 'Close'} onClick={close} />
      </div>
    </Dialog>
  );
}

function Problems({ list }: { readonly list: readonly string[] }) {
  return (
    <ul className="editor-names is-fault">
      {list.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

/** A zip of several projects: they are added beside the open one, or their files to it. */
function ProjectsDialog({ projects, files, problems }: Pick<Intakes, 'projects' | 'files' | 'problems'>) {
  const [nothing, setNothing] = useState(false);
  const title = projects.length === 1 ? `Add the project ${projects[0]?.title}?` : `Add ${projects.length} projects?`;
  const add = () => {
    if (files.length > 0) takeIn(files);
    if (addProjects(projects).length > 0) close();
    else setNothing(true);
  };
  return (
    <Dialog
      title={title}
      about="Each becomes a project of its own beside those you have; nothing of yours is replaced. This can be undone."
      open
      onClose={close}
    >
      <ul className="editor-names">
        {projects.map(({ title: name, files: own }, i) => (
          <li key={i}>
            {name} <span className="hint">{own.map((file) => file.name).join(', ')}</span>
          </li>
        ))}
      </ul>
      {problems.length > 0 && <Problems list={problems} />}
      {nothing && <p role="alert">All of them are here already, with the same files.</p>}
      <div className="editor-form-actions">
        {!nothing && <Button label="Add" look="go" onClick={add} />}
        <Button label={nothing ? 'Close' : 'Cancel'} onClick={close} />
      </div>
    </Dialog>
  );
}

type Intakes = Extract<EditorDialog, { kind: 'intake' }>;

function DeleteDialog() {
  const { key, project } = useProject();
  return (
    <Dialog
      title={`Delete ${project.title}?`}
      about="Its files are removed from this browser. This cannot be undone."
      open
      onClose={close}
    >
      <div className="editor-form-actions">
        <Button
          label="Delete"
          onClick={() => {
            openProject('sample:mirror');
            dropProject(key);
            close();
          }}
        />
        <Button label="Keep it" look="go" onClick={close} />
      </div>
    </Dialog>
  );
}

function SourcesDialog() {
  const files = useLabSources((state) => state.files);
  const [problem, setProblem] = useState<string>();
  const [query, setQuery] = useState('');
  useEffect(() => {
    loadSourceFiles().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  }, []);
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return (files ?? []).filter(({ file, image }) =>
      words.every((word) => `${image} ${file}`.toLowerCase().includes(word)),
    );
  }, [files, query]);
  return (
    <Dialog
      title="Open kernel source"
      about="The kernel and the libraries inside the machine are C, too. They can be read and stepped through."
      open
      onClose={close}
    >
      <input
        ref={focusFirst}
        className="editor-input"
        type="search"
        placeholder="ioctl"
        aria-label="Find a source"
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      {problem !== undefined && (
        <p className="hint">The list is there once the machine has been started. Press Run first.</p>
      )}
      {files && found.length === 0 && <p className="hint">No source is called so.</p>}
      <ul className="editor-sources">
        {found.map(({ file, image }) => (
          <li key={`${image}!${file}`}>
            <button
              type="button"
              className="editor-source"
              onClick={() => {
                showSource(image, file);
                close();
              }}
            >
              <span>{file}</span>
              <span className="hint">{image}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
