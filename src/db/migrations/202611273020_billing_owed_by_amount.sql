-- What is owed by its amount: a transfer without a reference is proposed the charges of its very amount.
create index charge_state_owed_by_amount on charge_state (establishment_id, balance, id) include (due_on) where balance > 0;
