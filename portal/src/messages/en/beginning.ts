import type { beginning as zh } from '../zh/beginning';
import type { SameWords } from '../words';

export const beginning: SameWords<typeof zh> = {
  title: 'Here for the first time',
  go: 'Go there',
  goTo: 'To the page of step {{number}}',
  putAway: 'Understood, do not show it again',
  steps: {
    completer: {
      one: 'See first what is registered and which evidence it takes.',
      two: 'Begin a form: declare about secrecy, choose the category; what you type is kept as you go.',
      three: 'Submit once nothing is missing; see here where it stands, and answer a return item by item.',
      four: 'What concerns you comes to the inbox.',
    },
    unitAdmin: {
      one: 'Issue logins to the completers of your unit and hand over their first passwords.',
      two: 'What they submit is released by you under “To review” in the unit’s name; who releases is another than who submits.',
      three:
        'See here where the achievements of your unit stand; once released, print the form, seal it, and hand the paper in on its page.',
      four: 'See that your contact is right, and enrol a second factor.',
    },
    liaison: {
      one: 'Sign for notices, forward them to the enterprises of your county, and answer with the liaison form.',
      two: 'What is urged comes to the inbox.',
      three: 'See that your contact is right, and choose how you are told.',
    },
    desk: {
      one: 'Work by what is due: review truth, completeness and conformity beside the evidence, then recommend or return.',
      two: 'Where somebody applies for a login, look at it here and issue it.',
      three: 'Sign for notices, forward them, and see who below has answered.',
      four: 'See that your contact is right, and enrol a second factor.',
    },
    department: {
      one: 'Announce windows; see their accounts and summary sheets.',
      two: 'Examine what was recommended, once its paper has come; approving gives the number.',
      three: 'See what is late, set limits, load the days off of the next year.',
      four: 'See the figures by area, category and stage, and download them.',
    },
    ministry: {
      one: 'Acknowledge or return what was reported up; a return leaves the registration as it is.',
      two: 'What is reported anew comes to the inbox.',
      three: 'See that your contact is right, and enrol a second factor.',
    },
    superAdmin: {
      one: 'Make, transfer, merge or close organisations below you, also from a sheet.',
      two: 'Issue logins below you and to your own people; arrange deputies.',
      three: 'Decide applications for a login, and to be an organiser.',
      four: 'See the rights of each position; set them by person under “People”.',
    },
    systemAdmin: {
      one: 'Check organisations and routes, and mend what the lint finds.',
      two: 'See the editions of the form and its code lists.',
      three: 'Enrol a second factor.',
    },
    securityAdmin: {
      one: 'Disable logins or let them serve again; see who holds which position.',
      two: 'See the rights of each position.',
      three: 'Enrol a second factor.',
    },
    auditAdmin: {
      one: 'Read the ledger of an organisation or a subject and verify that it is whole.',
      two: 'See the rights of each position.',
      three: 'Enrol a second factor.',
    },
  },
};
