/**
 * What `lab cc` makes of the files it is given: a program, or a driver where they are one. Compiling a driver finds its errors; running it
 * takes `lab run`.
 */
import type { AppSpec, BuildReport, Lab, LabConfig } from '../protocol/lab-api.ts';
import { appOf } from './files.ts';

export interface CcBuild {
  report: BuildReport;
  /** The name of the driver that the files are, if they are one. */
  driver: string | undefined;
}

/** `options` is everything but what to build. */
export function buildFiles(lab: Lab, files: readonly string[], options: Omit<LabConfig, 'apps' | 'drivers'>): CcBuild {
  const app = appOf(files);
  const report = lab.build({ ...options, drivers: [], apps: [app] });
  if (!report.messages.some(({ id }) => id === 'wrong-header')) return { report, driver: undefined };
  const driver = driverFrom(app);
  const asDriver = lab.build({ ...options, drivers: [driver], apps: [] });
  // A program that includes a driver's header by mistake has no DriverEntry: that it is the wrong header is what to say then.
  const isDriver = !asDriver.messages.some(({ id }) => id === 'no-entry');
  return isDriver ? { report: asDriver, driver: driver.name } : { report, driver: undefined };
}

function driverFrom({ name, sources }: AppSpec): LabConfig['drivers'][number] {
  return { name: name.replace(/\.exe$/, ''), sources };
}
