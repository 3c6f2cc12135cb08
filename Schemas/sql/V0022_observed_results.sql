-- On an observation rests one result at a time: whoever annuls it frees what was observed. So it is the result that rests
-- on one observation, and not the other way round.

CREATE TABLE new_observed_result (
  result BLOB PRIMARY KEY REFERENCES assessment_result (id),
  observation BLOB NOT NULL REFERENCES observation (id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_observed_result (result, observation) SELECT result, observation FROM observed_result;
DROP TABLE observed_result;
ALTER TABLE new_observed_result RENAME TO observed_result;
CREATE INDEX result_by_observation ON observed_result (observation);
