create table task (
    id uuid primary key,
    kind varchar(80) not null,
    payload text not null,
    state varchar(12) not null,
    priority integer default 0 not null,
    progress integer default 0 not null,
    phase varchar(80) default '' not null,
    message varchar(1000) default '' not null,
    created_by varchar(120) not null,
    created_at timestamp(6) with time zone not null,
    due_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    finished_at timestamp(6) with time zone,
    attempt integer default 0 not null,
    attempts integer not null,
    checkpoint text,
    result text,
    error text,
    cancel_asked boolean default false not null
);
create index task_by_kind on task (kind, created_at desc);
create index task_by_state on task (state, created_at desc);
create index task_by_age on task (created_at desc);

create table scheduled_tasks (
    task_name varchar(250) not null,
    task_instance varchar(250) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(250),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
