-- What statements and results are evidence of.

-- A voiding statement cannot be voided (xAPI 1.0.3 Data 2.3.2), not even by one that came before it.
UPDATE statement SET is_voided = 0 WHERE is_voided = 1 AND voids IS NOT NULL;
