create table upgraded (id integer primary key);
