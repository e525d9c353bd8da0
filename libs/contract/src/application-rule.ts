/** Who may do an act, beside holding the right for it. */
export type ApplicationRelation =
  /** whoever has the secret that only the first answer had: there is no account yet */
  | 'applicant'
  /** somebody of the organisation that holds the desk */
  | 'desk'
  /** those of the desk who issue its logins: the super administrator, of a municipal bureau its managers (P7, S27) */
  | 'decider'
  /** a decider, or the super administrator of a level above the desk */
  | 'overseer'
  /** who may issue there what is asked for: `issuingRules` in accounts (P6, P7) */
  | 'issuer'
  /** the one to whom the login was issued */
  | 'holder'
  /** the department, which sets limits (P32) */
  | 'registrar'
  | 'workflow';

export interface ApplicationRule<State extends string> {
  by: ApplicationRelation;
  from: readonly State[];
  to: State | 'same';
  reason?: 'required';
  provisions: string;
}
