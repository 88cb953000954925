/**
 * What may read a growing table whole: some words of its statement, and why. A line that nothing needs any more
 * fails the proof.
 */
export const READ_WHOLE: readonly { readonly asks: string; readonly why: string }[] = [
  {
    asks: "with recursive asked as ( select * from unnest",
    why: "The first page of staff: each kind in each group of days, by its index, no further than a hundred: much of a small school, little of a large one.",
  },
  {
    asks: "select w.key, substr(w.who, 5) as permission,",
    why: "What waits in the whole school, added up by kind for its director: what is due within days of each application counts whole.",
  },
  {
    asks: "bool_or(w.due_on < $1::date) as late",
    why: "The same: how much of it is late.",
  },
  {
    asks: "from charge_state where balance > 0 and balance = any",
    why: "So many of these very amounts, by their index, and so many that are due next: most of a small school, few of a large one.",
  },
  {
    asks: "select 1 from charge_state b, lateral ( select c.id, c.about",
    why: "Those who have not paid, no further than a hundred, with every charge of each: the same.",
  },
  {
    asks: "s.eligibility, s.changed_at as at from dossier_state",
    why: "The export is all of a list, and is asked for to have all of it. A group sorted otherwise than by time, too, is read whole.",
  },
  {
    asks: "s.eligibility, s.attended_since as at from dossier_state",
    why: "The messages to read, sorted otherwise than by time: the same.",
  },
  {
    asks: "select 1 from dossier_state s where s.intake = $2 and s.standing = g.standing",
    why: "Each group, counted by its index as far as three hundred: most of a small school, few of a large one.",
  },
  {
    asks: "select h.about, sum(t.balance)::integer as balance",
    why: "The same: what is owed by all that are exported.",
  },
  {
    asks: "select d.id, coalesce(c.address, d.address) as mail, w.phone",
    why: "The same: where all that are exported are reached.",
  },
  {
    asks: "select o.owed, o.count, o.late, w.suspended",
    why: "A sum of all that is owed, from the index of what is owed.",
  },
  {
    asks: "from charge_state where balance > 0 group by due_on",
    why: "Sums of all that is owed by age, from the index of what is owed.",
  },
  {
    asks: "from charge_state where balance > 0 and suspended group by due_on",
    why: "The same, of what is suspended.",
  },
  {
    asks: "with asking as ( select d.establishment_id, d.id, d.number",
    why: "A thousand of those who ask for arrangements, by an index that has no others; in a demonstration one in seven.",
  },
  {
    asks: "select dossier from dossier_fact where dossier in",
    why: "The same page: as many facts as it lists people.",
  },
  {
    asks: "from mail inner join mail_sending on mail_sending.id = mail.id where mail.id in ( select m.id from mail m",
    why: "All mails of one person, with those sent to their address before: as many as they were sent.",
  },
  {
    asks: "with done as materialized (select fact from books_entry union all",
    why: "What is not booked yet: the keys of all facts beside those that are closed. Of the few that are left, the facts themselves are read by index.",
  },
  {
    asks: "select distinct of.debtor from ( select case when c.debtor is null then c.about else c.debtor end as debtor from charge c where c.id",
    why: "Whose they are: of a school that never closed a period, everybody.",
  },
  {
    asks: "with mine as materialized (select c.id, c.about, c.debtor",
    why: "The same: what those debtors ever owed and paid, from which the entries follow.",
  },
  {
    asks: "from ( select f.fact, f.charge, f.document, f.net, coalesce(b.booked_on",
    why: "Income at a day is a sum since the beginning, of what is booked by then.",
  },
  {
    asks: "from invoice_part p join invoice i on i.id = p.invoice where p.about like 'contract:%'",
    why: "The same page: of whom all is invoiced, so that their hours need not be counted.",
  },
  {
    asks: "select g.id as guest, g.name, (select m.link",
    why: "Of a demonstration alone, whose mails are few.",
  },
  {
    asks: "with reached as (select d.entered, d.started_at as begun",
    why: "A funnel counts all of an intake and of the one before.",
  },
  {
    asks: "with reached as (select d.id, d.number",
    why: "The people of one of its steps, a page at a time: whom all of the intake is asked for.",
  },
  {
    asks: "select proof, coalesce(sum(much), 0)::integer as count",
    why: "What is kept of a year is counted over all of it.",
  },
  {
    asks: "sum(charged)::bigint as charged, sum(received)::bigint as received",
    why: "Money of a year by month: most of what a young school ever asked for and received.",
  },
  {
    asks: "with held as materialized ( select id, unit, on_day",
    why: "A yearly declaration counts the hours of everybody in a year.",
  },
  {
    asks: "with late as ( select distinct a.enrolment",
    why: "The same: who was in training in the year.",
  },
  {
    asks: "as on, p.about, p.part, p.dossier, p.name from (select",
    why: "The papers of one kind of evidence in a year, the latest two hundred: few of what is kept has an index of its day.",
  },
  {
    asks: "with sold as ( select c.id as charge, c.charged_on",
    why: "A yearly declaration counts each document since the beginning, less what was declared.",
  },
];
