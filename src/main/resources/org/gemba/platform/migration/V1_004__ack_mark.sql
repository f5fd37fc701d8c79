create table ack_mark (
    id integer primary key,
    write_groups bigint not null
);
insert into ack_mark (id, write_groups) values (1, 0);
