-- Lawful in form, with values that could blow up inside one row; each must end soon, with whatever result.
SELECT '1e999999999' + 1 AS x FROM cached_sales_orders
SELECT '1e-999999999' + 1 AS x FROM cached_sales_orders
SELECT '1e999999999' * '1e999999999' AS x FROM cached_sales_orders
SELECT '1e999999999' / 3 AS x FROM cached_sales_orders
SELECT ('1e' || '999999999') + qty AS x FROM cached_sales_orders
SELECT cast('1e999999999' AS numeric) + 1 AS x FROM cached_sales_orders
SELECT cast('1e99999' AS numeric) AS x FROM cached_sales_orders
SELECT cast(cast('1e99999' AS numeric) AS varchar) AS x FROM cached_sales_orders
SELECT cast('1e999999999' AS numeric(20, 2)) AS x FROM cached_sales_orders
SELECT cast('1e999999999' AS double precision) AS x FROM cached_sales_orders
SELECT cast('1e999999999' AS integer) AS x FROM cached_sales_orders
SELECT cast('1e999999999' AS bigint) AS x FROM cached_sales_orders
SELECT round('1e999999999', 2) AS x FROM cached_sales_orders
SELECT floor('1e999999999') AS x FROM cached_sales_orders
SELECT ceil('1e-999999999') AS x FROM cached_sales_orders
SELECT mod('1e999999999', 7) AS x FROM cached_sales_orders
SELECT mod(7, '1e-999999999') AS x FROM cached_sales_orders
SELECT abs('-1e999999999') AS x FROM cached_sales_orders
SELECT sum(cast('1e999999' AS numeric)) AS x FROM cached_sales_orders
SELECT avg(cast('1e999999' AS numeric)) AS x FROM cached_sales_orders
SELECT count(*) AS x FROM cached_sales_orders WHERE qty = '1e999999999'
SELECT count(*) AS x FROM cached_sales_orders WHERE '1e999999999' > '1e999999998' AND qty < '1e999999999'
SELECT qty FROM cached_sales_orders WHERE qty IN ('1e999999999', 1)
SELECT to_char(cast('1e30000' AS numeric), '999999999999999999999999999999') AS x FROM cached_sales_orders
SELECT to_char(qty, '999,999,999.0000000000') AS x FROM cached_sales_orders
SELECT substring(material_name, 1, 999999999) AS x FROM cached_sales_orders
SELECT left(material_name, 999999999) AS x FROM cached_sales_orders
SELECT order_date + INTERVAL '99999' YEAR AS x FROM cached_sales_orders
SELECT current_date - 999999999 AS x FROM cached_sales_orders
SELECT trim(material_name) || ltrim(material_name, 'x') AS x FROM cached_sales_orders
SELECT date_trunc('month', order_date) AS x FROM cached_sales_orders
SELECT greatest('1e999999999', qty) AS x FROM cached_sales_orders
SELECT qty * qty * qty * qty * qty * qty * qty * qty * qty * qty * qty * qty AS x FROM cached_sales_orders
WITH a AS (SELECT qty * qty * qty * qty * qty * qty * qty * qty AS q FROM cached_sales_orders), b AS (SELECT q * q * q * q * q * q * q * q AS q FROM a), c AS (SELECT q * q * q * q * q * q * q * q AS q FROM b) SELECT q * q * q * q * q * q * q * q AS x FROM c
