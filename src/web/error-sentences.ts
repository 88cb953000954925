/** The words of the error pages: the first sentence says what happened, the next what to do. */
import { byKey, inBoth } from "../kit/in-both.ts";
import { de } from "../kit/lang.ts";

export const errorWords = inBoth({
  home: (school: string) => [`Aller à l’accueil ${de(school)}`, `Go to the home page of ${school}`],
  schools: ["Les écoles que vous trouverez ici :", "The schools you will find here:"],
  busy: {
    title: ["Trop de demandes attendent en ce moment", "Too many requests are waiting at this moment"],
    text: [
      [
        "Ce que vous demandez est long à préparer, et beaucoup d’autres l’attendent déjà. Rien n’a été perdu ni enregistré.",
        "Essayez de nouveau dans une minute, en rechargeant la page : chacun est servi à son tour.",
      ],
      [
        "What you ask for takes long to prepare, and many others are waiting for theirs already. Nothing was lost or recorded.",
        "Try again in a minute, by reloading the page: everybody is served in turn.",
      ],
    ],
  },
  pages: byKey({
    400: {
      title: ["Cette demande ne peut pas être lue", "This request cannot be read"],
      text: [
        [
          "Ce qui nous a été envoyé n’a pas la forme attendue.",
          "Revenez à la page précédente et essayez de nouveau : ce que vous y aviez saisi y est encore.",
        ],
        [
          "What was sent to us does not have the expected form.",
          "Go back to the page before and try again: what you typed there is still there.",
        ],
      ],
    },
    403: {
      title: ["Ce formulaire n’a pas été accepté", "This form was not accepted"],
      text: [
        [
          "Le formulaire ne venait pas de la page ouverte dans ce navigateur, ou cette page était ouverte depuis trop longtemps. Rien n’a été enregistré.",
          "Revenez à la page précédente, rechargez-la, puis envoyez de nouveau le formulaire. Le navigateur doit accepter les témoins (cookies) de ce site.",
        ],
        [
          "The form did not come from the page open in this browser, or that page had been open for too long. Nothing was recorded.",
          "Go back to the page before, reload it, then send the form again. The browser must accept the cookies of this site.",
        ],
      ],
    },
    404: {
      title: ["Cette page n’existe pas", "This page does not exist"],
      text: [
        [
          "L’adresse ne mène à aucune page : elle a pu être mal recopiée, ou la page a changé de place.",
          "Si vous cherchez une réponse conservée, elle s’efface au bout du délai annoncé, ou dès que son titulaire la supprime.",
        ],
        [
          "The address leads to no page: it may have been copied wrongly, or the page has moved.",
          "If you are looking for a kept answer, it is erased at the end of the time that was announced, or as soon as its holder deletes it.",
        ],
      ],
    },
    405: {
      title: ["Cette page ne se demande pas ainsi", "This page is not asked for in this way"],
      text: [
        [
          "L’adresse est la bonne, mais la page ne prend pas ce qui lui a été envoyé. Rien n’a été enregistré.",
          "Revenez à la page précédente et rechargez-la, ou ouvrez cette adresse dans un nouvel onglet.",
        ],
        [
          "The address is right, but the page does not take what was sent to it. Nothing was recorded.",
          "Go back to the page before and reload it, or open this address in a new tab.",
        ],
      ],
    },
    408: {
      title: ["L’envoi a pris trop de temps", "Sending it took too long"],
      text: [
        [
          "Le formulaire n’était pas arrivé en entier au bout d’une minute. Rien n’a été enregistré.",
          "Revenez à la page précédente et envoyez-le de nouveau, de préférence avec une meilleure connexion.",
        ],
        [
          "The form had not wholly arrived after a minute. Nothing was recorded.",
          "Go back to the page before and send it again, over a better connection if you can.",
        ],
      ],
    },
    413: {
      title: ["Ce contenu est trop long", "This content is too long"],
      text: [
        [
          "Ce qui nous a été envoyé dépasse ce que le service accepte. Rien n’a été enregistré.",
          "Raccourcissez les textes saisis, ou enlevez quelques périodes, puis recommencez.",
        ],
        [
          "What was sent to us is more than the service accepts. Nothing was recorded.",
          "Shorten what you typed, or remove a few periods, then start again.",
        ],
      ],
    },
    415: {
      title: ["Ce type de contenu n’est pas accepté", "This type of content is not accepted"],
      text: [
        [
          "Ce qui nous a été envoyé n’est pas un formulaire de ce site.",
          "Revenez à la page précédente et envoyez de nouveau le formulaire.",
        ],
        ["What was sent to us is not a form of this site.", "Go back to the page before and send the form again."],
      ],
    },
    429: {
      title: ["Trop de demandes en peu de temps", "Too many requests in a short time"],
      text: [
        [
          "Beaucoup de demandes sont arrivées de votre adresse en une minute.",
          "Attendez une minute, puis rechargez la page : rien de ce que vous avez saisi n’est perdu.",
        ],
        [
          "Many requests came from your address within a minute.",
          "Wait a minute, then reload the page: nothing of what you typed is lost.",
        ],
      ],
    },
    500: {
      title: ["Une panne de notre côté", "A fault on our side"],
      text: [
        [
          "Le service n’a pas pu répondre à cause d’une erreur qui vient de lui, pas de vous. Rien n’a été enregistré.",
          "Essayez de nouveau dans quelques minutes. Si cela dure, écrivez à l’école.",
        ],
        [
          "The service could not answer because of an error of its own, not of yours. Nothing was recorded.",
          "Try again in a few minutes. If it goes on, write to the school.",
        ],
      ],
    },
    503: {
      title: ["Le service n’est pas disponible", "The service is not available"],
      text: [
        [
          "Le service démarre, ou il est arrêté pour entretien.",
          "Essayez de nouveau dans quelques minutes : ce que vous avez déjà conservé n’est pas perdu.",
        ],
        [
          "The service is starting, or is stopped for maintenance.",
          "Try again in a few minutes: what you have already kept is not lost.",
        ],
      ],
    },
  }),
});
