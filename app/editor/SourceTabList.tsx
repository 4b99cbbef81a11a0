/** The tabs of the source place: the project's files with the side of the machine they belong to, then the sources of the lab that are open. */
import { FileText, Lock } from 'lucide-react';
import { Tabs as RadixTabs } from 'radix-ui';
import { useEffect, useMemo, useRef } from 'react';
import { Glyph } from '../design/Glyph';
import { useLab } from '../store/lab';
import { modeOf, useProject } from '../store/project';
import { closeSource, keyOfSource, showSource, useTabs } from '../store/project-tabs';

export function SourceTabList() {
  const project = useProject((state) => state.project);
  const sources = useTabs((state) => state.sources);
  const active = useTabs((state) => state.active);
  const messages = useLab((state) => state.messages);
  const faulty = useMemo(
    () => new Set(messages.filter(({ severity }) => severity === 'error').map(({ file }) => file)),
    [messages],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  return (
    <RadixTabs.List className="tabs source-tabs" aria-label="Files" ref={list}>
      {project.files
        .filter(({ access }) => access !== 'hidden')
        .map(({ name, access }) => {
          const mode = modeOf(project, name);
          return (
            <RadixTabs.Trigger key={name} value={name} className="tab source-tab">
              {mode ? <Glyph meaning={mode} /> : <FileText className="source-neutral" size={12} aria-hidden="true" />}
              {name}
              {access === 'read-only' && <Lock size={11} aria-hidden="true" />}
              {faulty.has(name) && <span className="source-fault" aria-hidden="true" />}
              <span className="visually-hidden">
                {[
                  mode ? `${mode} mode` : 'header',
                  access === 'read-only' && 'read-only',
                  faulty.has(name) && 'has errors',
                ]
                  .filter(Boolean)
                  .map((word) => `, ${word}`)
                  .join('')}
              </span>
            </RadixTabs.Trigger>
          );
        })}
      {sources.map(({ image, file, isPreview }) => {
        const key = keyOfSource({ image, file });
        return (
          <RadixTabs.Trigger
            key={key}
            value={key}
            className={isPreview ? 'tab source-tab is-system is-preview' : 'tab source-tab is-system'}
            onDoubleClick={() => showSource(image, file)}
            onAuxClick={(event) => event.button === 1 && closeSource(key)}
            onKeyDown={(event) => event.key === 'Delete' && closeSource(key)}
          >
            <Lock size={11} aria-hidden="true" />
            {file.slice(file.lastIndexOf('/') + 1)}
            <span className="visually-hidden">, source of {image} in the lab, read-only</span>
          </RadixTabs.Trigger>
        );
      })}
    </RadixTabs.List>
  );
}
