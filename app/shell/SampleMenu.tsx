/**
 * The samples, as a menu. Choosing one shows the learner's copy of it; the copies of the others are kept.
 */
import { SAMPLES, type SampleId, sampleOf } from '../samples/samples';
import { useSources } from '../store/sources';
import { openSample } from '../store/workbench';
import { Icon } from './Icon';
import { Menu, type MenuItem } from './Menu';

export function SampleMenu() {
  const chosen = useSources((state) => state.sample);
  const edited = useSources((state) => state.edited);
  const items = SAMPLES.map(
    ({ id, title, about }): MenuItem<SampleId> => ({
      id,
      content: (
        <>
          <span className="menu-title">
            {title} {id in edited && <span className="menu-tag">edited</span>}
          </span>
          <span className="menu-about">{about}</span>
        </>
      ),
    }),
  );
  return (
    <Menu label="Samples" items={items} chosen={chosen} onChoose={openSample}>
      <span className="button-note">Sample</span> {sampleOf(chosen).title} <Icon name="chevron" />
    </Menu>
  );
}
