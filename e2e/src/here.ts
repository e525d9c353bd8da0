import { localDirectory, readStackFile, SetupError } from '@dengke/local';
import type { StackAddresses } from '@dengke/local';

/** `npm start` here, if it is its house that DENGKE_PUBLIC_URL names. */
export function houseHere(): StackAddresses | undefined {
  try {
    const stack = readStackFile(localDirectory());
    return stack.publicUrl === process.env['DENGKE_PUBLIC_URL'] ? stack : undefined;
  } catch (error) {
    if (error instanceof SetupError) {
      return undefined;
    }
    throw error;
  }
}

/** Whether workflows are to be seen below a path of the house. One elsewhere is one in containers, where they are. */
export const showsWorkflows = (here: StackAddresses | undefined): boolean => here === undefined || here.temporalUi !== null;
