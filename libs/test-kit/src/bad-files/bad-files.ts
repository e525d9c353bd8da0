import { badArchives } from './archives';
import type { BadFile } from './bad-file';
import { badNames } from './names';
import { badOffices } from './offices';
import { badPdfs } from './pdfs';
import { badPictures } from './pictures';

/** Files that nobody may hand in, made when they are asked for: none of them lies in the repository. */
export const badFiles: readonly BadFile[] = [...badArchives, ...badOffices, ...badPdfs, ...badPictures, ...badNames];
