/** The centre: the files in tabs and the editor. Not built yet: shows the first file. */
import { Pane } from '../design/Pane';
import { useProject } from '../store/project';

export function SourcePlace() {
  const file = useProject((state) => state.project.files[0]);
  return (
    <Pane title={file?.name ?? ''} meaning="kernel" note="kernel mode">
      <pre>{file?.text}</pre>
    </Pane>
  );
}
