import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGitleaks, lastLines, repositoryRoot, runProgram, SetupError } from '@dengke/local';

interface Leak {
  RuleID: string;
  File: string;
  StartLine: number;
  Commit: string;
}

/** Secrets in any commit there ever was. What looks like one and is none stands in infra/security/gitleaks.toml, with the reason. */
export async function searchHistory(say: (line: string) => void): Promise<{ figures: Record<string, unknown>; faults: string[] }> {
  const gitleaks = await findGitleaks(say);
  say('gitleaks reads the whole history');
  const folder = await mkdtemp(join(tmpdir(), 'dengke-leaks-'));
  const report = join(folder, 'leaks.json');
  try {
    const settings = ['--config', join(repositoryRoot, 'infra/security/gitleaks.toml'), '--report-format', 'json', '--report-path', report];
    const { output } = await runProgram(gitleaks, ['git', '--no-banner', '--no-color', '--redact', ...settings, repositoryRoot]);
    const leaks = JSON.parse(await readFile(report, 'utf8').catch(() => 'null')) as Leak[] | null;
    if (leaks === null) {
      throw new SetupError(`gitleaks left no report:\n${lastLines(output, 5)}`);
    }
    const commits = Number(/(\d+) commits scanned/.exec(output)?.[1] ?? 0);
    return {
      figures: { commits },
      faults: [
        ...(commits > 0 ? [] : ['gitleaks has read no commit']),
        ...leaks.map(({ RuleID, File, StartLine, Commit }) => `${RuleID}: ${File}:${StartLine} in ${Commit.slice(0, 8)}`),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
