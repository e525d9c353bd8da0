export interface Instruction {
  readonly name: string;
  readonly words: string;
}

export interface DockerStage {
  /** The image it begins with. */
  readonly base: string;
  /** By which later stages copy from it; empty for the last. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile in order. Of its syntax, what ours uses: one line an instruction. */
export const stagesOf = (text: string): readonly DockerStage[] => {
  const stages: (Omit<DockerStage, 'instructions'> & { instructions: Instruction[] })[] = [];
  for (const line of text.split('\n').filter((each) => !/^\s*(#|$)/.test(each))) {
    const [, name = '', words = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [, base = '', , stage = ''] = /^(\S+)(\s+AS\s+(\S+))?$/.exec(words) ?? [];
      stages.push({ base, name: stage, instructions: [] });
    } else if (name === '' || stages.length === 0) {
      throw new Error(`not understood in the Dockerfile: ${line}`);
    } else {
      stages.at(-1)?.instructions.push({ name, words });
    }
  }
  return stages;
};

/** Whether a path of the context stays outside: names at any depth (two stars before them), and paths from its root. */
export const isIgnored = (ignore: string, path: string): boolean =>
  ignore
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .some((line) => (line.startsWith('**/') ? path.split('/').includes(line.slice(3)) : path === line || path.startsWith(`${line}/`)));
