-- Somebody who applied on paper may later have an account: what they owe is then shown there.
grant update (debtor) on charge to livret_app;
