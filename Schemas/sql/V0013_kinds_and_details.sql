-- What an activity is to a learner (null: a unit if it is launched, else a group), and what the package says beyond the
-- neutral model, as JSON.
ALTER TABLE activity ADD COLUMN kind TEXT;
ALTER TABLE activity ADD COLUMN details TEXT;
ALTER TABLE course_version ADD COLUMN details TEXT;
