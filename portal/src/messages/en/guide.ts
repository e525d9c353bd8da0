import type { guide as zh } from '../zh/guide';
import type { SameWords } from '../words';

export const guide: SameWords<typeof zh> = {
  title: 'How to register',
  lead: 'Who registers what, with which material, by which steps, and what each position does.',
  contents: 'On this page',
  basis: {
    title: 'Legal basis',
    lead: 'Registration in Shanxi follows these rules, online by the department’s letter 晋科函〔2023〕132号:',
    law: 'Law of the People’s Republic of China on Promoting the Transformation of Scientific and Technological Achievements',
    measures: 'Measures of the Ministry of Science and Technology for the Registration of Achievements (国科发计字〔2000〕542号)',
    provincial: 'Regulations of Shanxi Province on Promoting the Transformation of Achievements',
    rules: 'Rules of Shanxi Province for Carrying Out the Registration of Achievements',
  },
  scope: {
    title: 'What is registered',
    must: 'Must be: results of science and technology plan projects of every level, once accepted by the body that set them up.',
    voluntary: 'Voluntarily: results of other public money, and of money that is not public.',
    may: 'May be: what in the same year obtained a drug approval, a national or local standard, intellectual property of its own, or appeared as a paper or monograph.',
    classified: 'Classified achievements are outside; never enter them here.',
    once: 'One achievement is registered once; where several units completed it, by the first of them.',
  },
  materials: {
    title: 'What is needed',
    form: 'For each achievement one registration form, made and printed by the system, with the unit’s seal. And:',
    applied:
      'Applied technology: proof of evaluation (acceptance report, appraisal or evaluation certificate, drug approval, standard), or of intellectual property.',
    basic: 'Basic theory: papers or monographs, the opinion of the unit’s academic department, proof of citations.',
    soft: 'Soft science: proof of evaluation, such as the final report.',
    names: 'Name, units and completers are to be those on the proofs.',
  },
  steps: {
    title: 'The steps',
    login:
      'A login: the completer at the first unit applies on the sign-in page; its organiser decides (in energy: the municipal bureau); the first password has to be changed.',
    draft: 'Draft: fill in the form and add the evidence; the system says what is missing.',
    release: 'Release: the unit submits it in its name.',
    recommend:
      'Recommend: municipal bureau and organiser review truth, completeness and form, and recommend online; paper goes beside it, signed for level by level, and holds no recommendation up.',
    approve:
      'Examine: the department examines it once the paper has come; after publicity, where there is one, it gives number and certificate.',
    report: 'Report up: to the national network.',
    time: 'Open all year, with collections in mid-year and early in the next. Limits count working days; the page of the submission explains each.',
  },
  roles: {
    title: 'Manuals by position',
    completer: {
      title: 'Completer',
      one: 'Sign in and begin a form under “My achievements”. It is saved as you type; go on at any time, on any computer.',
      two: 'The outline says how much is missing in each section; amounts are in 万元 and echoed in 元.',
      three: 'Evidence goes up in pieces and goes on where it broke off. The printed form can be looked at before.',
      four: 'Then its page shows the route, who has it, by when, and their office’s telephone.',
      five: 'If it is returned, mend and answer item by item; it goes back to the desk that returned it.',
      six: 'Until somebody opened it you may withdraw it, on its page; then its holder has to consent.',
      seven: 'What is to be corrected after registration the unit asks of the department, with reason and document.',
    },
    unitAdmin: {
      title: 'Unit administrator',
      one: 'Check what your completers submit under “To review” and release it in the unit’s name; your own is released by somebody else.',
      two: 'Issue logins to your people under “People”; when somebody leaves, hand drafts and returned ones over.',
      three:
        'Once released, print the form on its page, seal it, bring it with the evidence to the level above, and press “paper handed in”.',
      four: 'Sign for notices and answer them.',
    },
    county: {
      title: 'County liaison',
      one: 'Sign for the municipal bureau’s letters under “Notices”, and forward them to the enterprises of your area.',
      two: 'Fill in the liaison form of annex 1 and send it with the sealed scan.',
      three: 'See on the notice’s page who of your area has signed and answered. Counties review nothing.',
    },
    reviewer: {
      title: 'Municipal bureau and organiser',
      one: 'Work from the queue by what is due: open, claim, go through the check list, then recommend, return or reject.',
      two: 'A return remarks on the boxes or pieces to mend, and says why; nobody reviews their own.',
      paper:
        'Scan the code on the first page of the paper under “Receive paper”, or press “paper received” on the submission’s page; then hand it in to the level above.',
      three: 'Issue logins below you, write and forward notices, urge answers. Being late informs the level above and decides nothing.',
    },
    department: {
      title: 'Department',
      one: 'Announce windows with contacts and manuals; at the cut-off the summary sheets are frozen.',
      two: 'Examine once the paper has come, publish, settle objections; approval takes the second factor and gives number and certificate at once. Corrections and cancellations need reason and document.',
      three:
        'Decide organisers’ applications within 7 working days of receipt; report up and follow the national network’s acknowledgement.',
    },
    ministry: {
      title: 'National network',
      one: 'Acknowledge or return what was reported up, under “To review”; a return says why and leaves the registration as it is.',
      two: 'What is reported anew comes to the inbox.',
    },
    superAdmin: {
      title: 'Super administrators',
      one: 'Make, transfer, merge, split or close organisations below you, after a look at what it would do; also from a sheet.',
      two: 'Issue logins, arrange deputies, set the rights of your managers under “People”.',
      three:
        'Whoever manages needs a second factor: scan it with an authenticator app at the first sign-in and keep the recovery codes; one of them opens when the telephone is lost.',
    },
    separated: {
      title: 'System, security and audit administrators',
      one: 'The system administrator checks organisations and routes, and reads forms and code lists.',
      two: 'The security administrator disables and enables logins, and withholds rights.',
      three: 'The audit administrator reads the ledger and verifies that it is whole. Nobody is two of them; none handles submissions.',
    },
    public: {
      title: 'Everybody',
      one: 'Search the register, read publicity and notices, verify certificates: all without an account.',
      two: 'Object to what is in publicity, in writing and with your real name; receipt and secret tell you what came of it.',
    },
  },
  ask: 'For logins ask whoever issued yours; for windows, see the telephones under',
  askWindows: 'Collection windows',
};
