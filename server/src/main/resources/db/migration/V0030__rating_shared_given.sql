-- When and where ratings were given, for the home's figure: no matter, no level.
CREATE VIEW rating.shared_given AS SELECT channel, rated_at FROM rating.rating;
GRANT SELECT ON rating.shared_given TO ${app};
