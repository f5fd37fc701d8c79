alter table app_user add column client_ids varchar(1100);
update app_user set client_ids = coalesce(client_id, '');
alter table app_user alter column client_ids set not null;
alter table app_user drop column client_id;
