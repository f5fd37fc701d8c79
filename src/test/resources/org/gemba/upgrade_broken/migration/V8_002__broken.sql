create table half_done (id integer primary key);
insert into there_is_no_such_table values (1);
