CREATE VIEW organization.shared_service_item AS SELECT code, name FROM organization.service_item;
GRANT SELECT ON organization.shared_service_item TO ${app};
CREATE VIEW organization.shared_section AS SELECT unit_code, code, name, is_key FROM organization.section;
GRANT SELECT ON organization.shared_section TO ${app};
