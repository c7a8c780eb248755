CREATE VIEW organization.shared_service_item AS SELECT code, name FROM organization.service_item;
GRANT SELECT ON organization.shared_service_item TO ${app};
