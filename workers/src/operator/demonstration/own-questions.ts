import type { OwnQuestions } from '#sharing/domain';

/** What Ellermouth asks of those who want its data, beside what everybody is asked. */
export const ellermouthQuestions: OwnQuestions = {
  title: 'Questions of Ellermouth City Council',
  sections: [
    {
      id: 'own-ellermouth',
      title: 'Ellermouth',
      intro: 'The council asks these of everybody. They help us to say yes, and to know whom to thank.',
      questions: [
        {
          id: 'own-ellermouth-noticed',
          kind: 'text',
          label: 'How will people in Ellermouth notice that you had the data?',
          hint: 'Such as a shorter wait, a safer crossing, or something that they can look up.',
          required: 'to-approve',
          longest: 1000,
        },
        {
          id: 'own-ellermouth-spoken',
          kind: 'yes-no',
          label: 'Have you spoken with somebody at the council about this?',
          hint: 'A no is fine.',
        },
        {
          id: 'own-ellermouth-team',
          kind: 'line',
          label: 'With which team?',
          when: { answer: 'own-ellermouth-spoken', is: true },
        },
      ],
    },
  ],
};
