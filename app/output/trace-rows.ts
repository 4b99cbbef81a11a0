/**
 * The rows of the trace that a list shows now, asked of the worker and asked again when the run goes on.
 */
import { useEffect, useState } from 'react';
import type { TraceRows, TraceWindow } from '../../kernel-sim/protocol/messages';
import { queryTrace } from '../client/lab-client';
import { useLab } from '../store/lab';

const NO_ROWS: TraceRows = { total: 0, from: 0, rows: [] };

export function useTraceRows({ preset, filter, from, count }: TraceWindow): TraceRows {
  const run = useLab((state) => state.run);
  const events = useLab((state) => state.progress.events);
  const [found, setFound] = useState({ run, rows: NO_ROWS });

  useEffect(() => {
    if (events === 0) return;
    let wanted = true;
    queryTrace({ preset, filter, from, count }).then(
      (rows) => {
        if (wanted) setFound({ run, rows });
      },
      () => {
        // The worker was lost, or another run began: what is shown stays until that tells something.
      },
    );
    return () => {
      wanted = false;
    };
  }, [run, events, preset, filter, from, count]);

  return events > 0 && found.run === run ? found.rows : NO_ROWS;
}
