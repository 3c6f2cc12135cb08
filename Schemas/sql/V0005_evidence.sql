-- What statements and results are evidence of.

-- A voiding statement cannot be voided (xAPI 1.0.3 Data 2.3.2), not even by one that came before it.
UPDATE statement SET is_voided = 0 WHERE is_voided = 1 AND voids IS NOT NULL;

-- Until now statements that cmi5 only allows decided of its units like those that it defines, and a failed enrolment took
-- evidence. What was worked out of them stays.
INSERT INTO setting (name, value)
SELECT 'earlier-rules-of-evidence-held-until', CAST(max(stored) AS TEXT) FROM statement
HAVING max(stored) IS NOT NULL;

-- Attendance is a fact of its own, whatever became of an enrolment. Who had begun had attended; where nothing is left
-- that shows it, nobody has in the end.
ALTER TABLE enrolment_transition ADD COLUMN has_attended INTEGER NOT NULL DEFAULT 0;

UPDATE enrolment_transition SET has_attended = 1
WHERE EXISTS (
  SELECT 1 FROM enrolment_transition AS earlier
  WHERE earlier.enrolment = enrolment_transition.enrolment AND earlier.number <= enrolment_transition.number
    AND earlier.state_after IN ('started', 'completed', 'failed'));

UPDATE enrolment_transition SET has_attended = EXISTS (
  SELECT 1 FROM progress
  WHERE progress.enrolment = enrolment_transition.enrolment AND progress.started_at IS NOT NULL)
WHERE number = (
  SELECT max(number) FROM enrolment_transition AS last WHERE last.enrolment = enrolment_transition.enrolment);

-- Whether no attempt follows a failed one. A failed assessment of the whole course was the last one until now, and ended
-- the enrolment.
ALTER TABLE assessment_result ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0;
ALTER TABLE progress ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0;

UPDATE assessment_result SET is_final = 1 WHERE activity IS NULL AND outcome = 'failed';
UPDATE progress SET is_final = 1 WHERE activity = '' AND success = 'failed';
