/**
 * Runs a lesson's scenario with given files, and has its checks judged and its values found. Nothing of a run is kept but that.
 */
import type { Lesson } from '../../lessons/schema.ts';
import { finish } from '../base/task.ts';
import type { Image } from '../c/image.ts';
import type { Check, RunResults } from '../checks/checks.ts';
import type { RunValue } from '../checks/language.ts';
import { createLab } from '../lab.ts';
import type { LabBuilder } from '../lab-build.ts';
import { RunJudge } from '../lab-judge.ts';
import { DEFAULT_CONFIG, type LabConfig, type TraceEvent } from '../protocol/lab-api.ts';
import type { Texts } from './lesson-files.ts';
import { buildMessageLine } from './report.ts';

/** A run, or the build messages that prevented it. */
export type Attempt = RunResults | { readonly buildErrors: readonly string[] };

export interface Asked {
  readonly checks?: readonly Check[];
  readonly values?: readonly RunValue[];
  /** Hears every event. */
  readonly see?: (event: TraceEvent) => void;
}

export function run(builder: LabBuilder, config: LabConfig, { checks = [], values = [], see }: Asked): Attempt {
  const lab = createLab(builder);
  const report = lab.build(config);
  if (!report.ok)
    return { buildErrors: report.messages.filter(({ severity }) => severity === 'error').map(buildMessageLine) };
  return finish(new RunJudge(lab, { checks, values, see }));
}

export function configOf({ scenario }: Lesson, texts: Texts, seed: number): LabConfig {
  const sources = (names: readonly string[]) => names.map((name) => ({ name, text: texts[name] ?? '' }));
  const parts = (list: Lesson['scenario']['apps']) =>
    list.map((one) => ({ name: one.name, sources: sources(one.sources) }));
  return {
    ...DEFAULT_CONFIG,
    drivers: parts(scenario.drivers),
    apps: parts(scenario.apps),
    parallel: scenario.parallel ?? false,
    headers: Object.fromEntries(Object.entries(texts).filter(([name]) => name.endsWith('.h'))),
    cpus: scenario.cpus,
    seed,
    limitNs: scenario.limitSeconds * 1e9,
  };
}

/** The functions that each file defines, as the compiler found them; undefined if something does not build. */
export function routinesOf(
  builder: LabBuilder,
  config: LabConfig,
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const lab = createLab(builder);
  if (!lab.build(config).ok) return undefined;
  const { images } = lab.boot();
  const routines = new Map<string, Set<string>>();
  for (const name of [...config.drivers.map((driver) => `${driver.name}.sys`), ...config.apps.map((app) => app.name)]) {
    const { functions, debug } = images.named(name) as Image;
    functions.forEach(({ name }, i) => {
      const file = debug.files[debug.functionPlaces[i]?.file ?? -1]?.name;
      if (file === undefined) return;
      const known = routines.get(file) ?? new Set<string>();
      routines.set(file, known.add(name));
    });
  }
  return routines;
}
