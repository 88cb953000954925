-- The credits of a school, latest first, without reading its invoices.
create index invoice_credits on invoice (establishment_id, issued_on, id) where kind = 'credit';
