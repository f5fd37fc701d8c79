alter table task add column interruptions integer default 0 not null;

create table schedule_mark (
    name varchar(80) primary key,
    looked_at timestamp(6) with time zone not null
);
