/** At the end of a lesson: the record of what was done, saved as a file to hand in. Nothing leaves the browser by itself. */
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button';
import { offer } from '../../editor/transfer';
import { useLesson } from '../../store/lesson';
import { useProject } from '../../store/project';
import { markdownOf, recordOf } from './record';

export default function HandIn() {
  const [name, setName] = useState('');
  const save = (kind: 'md' | 'json') => {
    const { loaded, progress } = useLesson.getState();
    const { project } = useProject.getState();
    if (!loaded || !progress) return;
    const { lesson } = loaded;
    const isOwn = project.id === `lesson:${lesson.id}`;
    const files = isOwn
      ? Object.fromEntries(
          project.files.filter(({ access }) => access === 'editable').map((one) => [one.name, one.text]),
        )
      : {};
    const record = recordOf({ loaded, progress, name, seed: project.seed, files, madeAt: new Date() });
    const text = kind === 'md' ? markdownOf(record) : `${JSON.stringify(record, null, 2)}\n`;
    const type = kind === 'md' ? 'text/markdown' : 'application/json';
    offer(new Blob([text], { type }), `${lesson.id}-record.${kind}`);
  };
  return (
    <section>
      <h4>Hand it in</h4>
      <p className="hint">
        Your predictions, checks, explanations and files as one file. It is made here and sent nowhere.
      </p>
      <label className="lesson-own">
        <span>Name or number, if you like</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <div className="lesson-actions">
        <Button
          label="Save to read (Markdown)"
          size="small"
          icon={<Download size={14} aria-hidden="true" />}
          onClick={() => save('md')}
        />
        <Button
          label="Save for a program (JSON)"
          size="small"
          icon={<Download size={14} aria-hidden="true" />}
          onClick={() => save('json')}
        />
        <Button
          label="Print the lesson"
          size="small"
          icon={<Printer size={14} aria-hidden="true" />}
          onClick={() => window.print()}
        />
      </div>
    </section>
  );
}
