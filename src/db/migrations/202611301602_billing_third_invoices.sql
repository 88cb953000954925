-- What is asked for another body: few of all invoices, and summed up whenever some of it is handed on.
create index invoice_third on invoice (establishment_id, issued_on, id) where nature = 'third';
