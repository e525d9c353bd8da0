/**
 * What cannot stand in a printed line and would be taken for an instruction: control characters but the line's end, signs that turn the direction
 * of writing (a login could be read backwards), halves of surrogate pairs (Typst's JSON refuses them).
 */
const unprintable =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text with □ where something unprintable stood, so that it is seen; anything else as it is. */
export const printable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unprintable, '□') : value;
