/** The registering body as configured (P34): Shanxi's own code is unknown, so the seed carries a demonstration code. */
export interface Registrar {
  bodyCode: string;
  demonstration: boolean;
}
export const REGISTRAR = Symbol('registrar');
