/** The sheet of all keys, by group, made from the table of actions. */
import { Dialog } from '../design/Dialog';
import { Keys } from '../design/Tooltip';
import { type Action, useActions } from '../store/actions';
import { showDialog } from '../store/layout';

export default function ShortcutSheet() {
  const actions = useActions((state) => state.actions);
  const groups = new Map<string, Action[]>();
  for (const action of actions.values()) {
    if (action.keys?.length) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  }
  return (
    <Dialog
      title="Keyboard"
      about="Everything here is also in the command palette, Ctrl+K. Plain letters work wherever you are not typing."
      open
      wide
      onClose={() => showDialog(undefined)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="key-sheet" aria-label="All keys" tabIndex={0}>
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map(({ id, title, keys }) => (
                <div key={id} className="key-row">
                  <dt>{title}</dt>
                  <dd>
                    {keys?.map((combination) => (
                      <Keys key={combination} keys={combination} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
