-- Who answers for a report that was issued, by name and function; NULL where nobody was named.
ALTER TABLE issued_report ADD COLUMN signatory TEXT;
