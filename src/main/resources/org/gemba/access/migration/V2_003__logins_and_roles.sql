alter table app_user add column last_login_at timestamp(6) with time zone;
alter table app_user add column password_change_required boolean default false not null;

alter table session add column login uuid;
create index session_by_login on session (login);

create table custom_role (
    id uuid primary key,
    name varchar(50) not null,
    name_key varchar(100) unique not null,
    description varchar(500) not null,
    permissions varchar(2000) not null,
    version integer not null
);

create table app_user_role (
    user_id uuid not null references app_user (id) on delete cascade,
    role_id uuid not null references custom_role (id),
    primary key (user_id, role_id)
);

create index app_user_role_by_role on app_user_role (role_id);
