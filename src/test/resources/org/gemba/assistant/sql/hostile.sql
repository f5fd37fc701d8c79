-- One attack a line; a line that begins with two dashes and a blank is a comment of this file.
SELECT * FROM cached_sales_orders a, information_schema.users
SELECT * FROM information_schema.users
SELECT * FROM "information_schema"."settings"
SELECT * FROM INFORMATION_SCHEMA.SESSIONS
SELECT * FROM "users"
SELECT * FROM public.audit_line
SELECT * FROM audit_line
SELECT * FROM "audit_line"
SELECT * FROM [audit_line]
SELECT * FROM(audit_line)
SELECT * FROM (audit_line)
SELECT * FROM `audit_line`
SELECT * FROM audit_line AS m
SELECT * FROM cached_sales_orders, audit_line
SELECT * FROM cached_sales_orders JOIN audit_line ON 1=1
SELECT * FROM cached_sales_orders CROSS JOIN audit_line
SELECT * FROM cached_sales_orders NATURAL JOIN audit_line
SELECT (SELECT max(who) FROM audit_line) FROM cached_sales_orders
SELECT 1 FROM cached_sales_orders WHERE EXISTS (SELECT 1 FROM audit_line)
SELECT 1 FROM cached_sales_orders WHERE mto_number IN (SELECT who FROM audit_line)
SELECT 1 FROM cached_sales_orders WHERE qty = ANY (SELECT 1 FROM audit_line)
SELECT mto_number FROM cached_sales_orders UNION SELECT who FROM audit_line
SELECT mto_number FROM cached_sales_orders UNION ALL (SELECT who FROM audit_line)
SELECT mto_number FROM cached_sales_orders EXCEPT SELECT who FROM audit_line
SELECT mto_number FROM cached_sales_orders ORDER BY (SELECT 1 FROM audit_line)
SELECT mto_number FROM cached_sales_orders GROUP BY mto_number HAVING count(*) > (SELECT count(*) FROM audit_line)
WITH a AS (SELECT * FROM audit_line) SELECT * FROM a
WITH a AS (SELECT 1 x FROM cached_sales_orders), b AS (SELECT * FROM audit_line) SELECT * FROM b
WITH cached_sales_orders AS (SELECT * FROM audit_line) SELECT * FROM cached_sales_orders
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r
WITH r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r
WITH r AS (SELECT qty FROM cached_sales_orders UNION ALL SELECT qty FROM r) SELECT count(*) FROM r
WITH a AS (DELETE FROM audit_line) SELECT 1 FROM cached_sales_orders
WITH a AS (INSERT INTO audit_line DEFAULT VALUES) SELECT 1 FROM cached_sales_orders
SELECT 1 FROM cached_sales_orders; DROP TABLE audit_line
SELECT 1 FROM cached_sales_orders; SELECT 2 FROM cached_sales_orders
SELECT 1 FROM cached_sales_orders;; SHUTDOWN
DELETE FROM cached_sales_orders
UPDATE cached_sales_orders SET qty = 0
INSERT INTO cached_sales_orders SELECT * FROM cached_sales_orders
MERGE INTO cached_sales_orders USING (VALUES (1)) s(x) ON 1=1 WHEN MATCHED THEN DELETE
DROP VIEW cached_sales_orders
DROP ALL OBJECTS
TRUNCATE TABLE cached_sales_orders
ALTER USER reporter ADMIN TRUE
ALTER TABLE audit_line DROP COLUMN who
CREATE ALIAS x AS 'int f() { return 1; }'
CREATE LOCAL TEMPORARY TABLE t(x int)
CREATE TABLE t AS SELECT * FROM cached_sales_orders
CREATE USER evil PASSWORD 'x' ADMIN
GRANT ALL ON SCHEMA public TO reporter
SET QUERY_TIMEOUT 0
SET SCHEMA public
SET MAX_MEMORY_ROWS 1000000000
CALL SHUTDOWN
SHUTDOWN
CHECKPOINT
BACKUP TO 'stolen.zip'
SCRIPT TO 'stolen.sql'
RUNSCRIPT FROM 'http://127.0.0.1:9/x.sql'
EXPLAIN ANALYZE DELETE FROM cached_sales_orders
EXPLAIN SELECT * FROM audit_line
SHOW TABLES
TABLE audit_line
VALUES (1)
SELECT FILE_READ('/etc/hostname') FROM cached_sales_orders
SELECT FILE_WRITE('x', 'stolen.txt') FROM cached_sales_orders
SELECT CSVWRITE('stolen.csv', 'SELECT 1') FROM cached_sales_orders
SELECT * FROM CSVREAD('/etc/hostname')
SELECT * FROM cached_sales_orders, CSVREAD('/etc/hostname')
SELECT LINK_SCHEMA('x', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC') FROM cached_sales_orders
SELECT * FROM LINK_SCHEMA('x', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')
SELECT * FROM SYSTEM_RANGE(1, 1000000000)
SELECT * FROM generate_series(1, 1000000000)
SELECT * FROM UNNEST(ARRAY[1,2])
SELECT * FROM TABLE(x INT=(1,2))
SELECT * FROM LATERAL (SELECT * FROM audit_line) t
SELECT * FROM pragma_table_info('x')
SELECT * FROM sqlite_master
SELECT REPEAT('x', 2000000000) FROM cached_sales_orders
SELECT length(REPEAT('x', 2000000000)) FROM cached_sales_orders
SELECT RPAD('x', 2000000000) FROM cached_sales_orders
SELECT LPAD('x', 2000000000, 'y') FROM cached_sales_orders
SELECT SPACE(2000000000) FROM cached_sales_orders
SELECT "REPEAT"('x', 2000000000) FROM cached_sales_orders
SELECT {fn repeat('x', 2000000000)} FROM cached_sales_orders
SELECT replace('aaaa', 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') FROM cached_sales_orders
SELECT replace(replace(material_name, '', 'x'), 'x', 'yy') FROM cached_sales_orders
SELECT round(1, 1000000000) FROM cached_sales_orders
SELECT 1e999999999 + 1 FROM cached_sales_orders
SELECT 12345678901234567890123456789012345678901234567890 FROM cached_sales_orders
SELECT cast(1 as numeric(100000, 99999)) FROM cached_sales_orders
SELECT cast('x' as char(1000000)) FROM cached_sales_orders
SELECT cast('x' as blob) FROM cached_sales_orders
SELECT cast(material_name as java_object) FROM cached_sales_orders
SELECT DATABASE_PATH() FROM cached_sales_orders
SELECT DATABASE() FROM cached_sales_orders
SELECT USER() FROM cached_sales_orders
SELECT CURRENT_USER FROM cached_sales_orders
SELECT SESSION_USER FROM cached_sales_orders
SELECT CURRENT_SCHEMA FROM cached_sales_orders
SELECT H2VERSION() FROM cached_sales_orders
SELECT MEMORY_USED() FROM cached_sales_orders
SELECT SESSION_ID() FROM cached_sales_orders
SELECT CANCEL_SESSION(1) FROM cached_sales_orders
SELECT ABORT_SESSION(1) FROM cached_sales_orders
SELECT LOCK_MODE() FROM cached_sales_orders
SELECT SET(@x, 1) FROM cached_sales_orders
SELECT @x := 1 FROM cached_sales_orders
SELECT ? FROM cached_sales_orders
SELECT :name FROM cached_sales_orders
SELECT NEXT VALUE FOR s FROM cached_sales_orders
SELECT nextval('s') FROM cached_sales_orders
SELECT pg_sleep(100) FROM cached_sales_orders
SELECT pg_read_file('/etc/hostname') FROM cached_sales_orders
SELECT set_config('a', 'b', false) FROM cached_sales_orders
SELECT public.upper('x') FROM cached_sales_orders
SELECT "java.lang.System.exit"(0) FROM cached_sales_orders
SELECT java.lang.System.exit(0) FROM cached_sales_orders
SELECT HASH('SHA256', 'x', 1000000000) FROM cached_sales_orders
SELECT ARRAY_AGG(qty) FROM cached_sales_orders
SELECT string_agg(material_name, ',') FROM cached_sales_orders
SELECT listagg(material_name, ',') WITHIN GROUP (ORDER BY qty) FROM cached_sales_orders
SELECT regexp_replace(material_name, '(a+)+$', '') FROM cached_sales_orders
SELECT 1 FROM cached_sales_orders WHERE material_name ~ '(a+)+$'
SELECT 1 FROM cached_sales_orders WHERE material_name REGEXP '(a+)+$'
SELECT 1 FROM cached_sales_orders WHERE material_name SIMILAR TO '(a|aa)+'
SELECT 1 FROM cached_sales_orders WHERE material_name LIKE '%a%a%a%a%a%a%a%a%b'
SELECT 1 FROM cached_sales_orders WHERE material_name LIKE material_name || '%'
SELECT * INTO stolen FROM cached_sales_orders
SELECT * FROM cached_sales_orders INTO OUTFILE 'stolen.txt'
SELECT * FROM cached_sales_orders FOR UPDATE
SELECT * FROM cached_sales_orders FOR SHARE
SELECT * FROM cached_sales_orders FOR XML PATH('x')
SELECT * FROM cached_sales_orders LIMIT (SELECT count(*) FROM audit_line)
SELECT * FROM cached_sales_orders LIMIT ALL
SELECT * FROM cached_sales_orders LIMIT 1 OFFSET 99999999
SELECT TOP 5 * FROM cached_sales_orders
SELECT * FROM cached_sales_orders TABLESAMPLE SYSTEM (10)
SELECT * FROM cached_sales_orders AS OF TIMESTAMP current_timestamp
SELECT * FROM report.cached_sales_orders
SELECT public.audit_line.who FROM cached_sales_orders
SELECT who FROM cached_sales_orders
SELECT _rowid_ FROM cached_sales_orders
SELECT rownum FROM cached_sales_orders
SELECT U&"\0061udit_line" FROM cached_sales_orders
SELECT * FROM U&"\0061udit_line"
SELECT $$x$$ FROM cached_sales_orders
SELECT e'\x41' FROM cached_sales_orders
SELECT 'a\' FROM cached_sales_orders WHERE '' = ' OR 1=1
SELECT/**/1/**/FROM/**/audit_line
SELECT 1 FROM cached_sales_orders /* ; */ ; DROP TABLE audit_line
SELECT ((((((((((((((((((((((1)))))))))))))))))))))) FROM cached_sales_orders
SELECT 1 FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d, cached_sales_orders e, cached_sales_orders f, cached_sales_orders g, cached_sales_orders h, cached_sales_orders i
SELECT a||a||a||a||a||a||a||a||a FROM (SELECT material_name AS a FROM cached_sales_orders) t
SELECT json_object('a': 1) FROM cached_sales_orders
SELECT xmlnode('a') FROM cached_sales_orders
SELECT * FROM json_table('[]', '$' COLUMNS (a int PATH '$')) t
SELECT * FROM cached_sales_orders PIVOT (sum(qty) FOR workshop IN ('a'))
SELECT count(*) FILTER (WHERE (SELECT 1 FROM audit_line) = 1) FROM cached_sales_orders
SELECT row_number() OVER (ORDER BY (SELECT 1 FROM audit_line)) FROM cached_sales_orders
SELECT sum(qty) OVER w FROM cached_sales_orders WINDOW w AS (ORDER BY (SELECT 1 FROM audit_line))
SELECT CASE WHEN (SELECT 1 FROM audit_line) = 1 THEN 1 END FROM cached_sales_orders
SELECT qty FROM cached_sales_orders QUALIFY row_number() OVER () = 1
DESCRIBE cached_sales_orders
BEGIN
COMMIT
KILL 1
hello
''
;
