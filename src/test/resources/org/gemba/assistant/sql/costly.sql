-- Lawful in form; each must be stopped by its limits.
SELECT count(*) FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d, cached_sales_orders e
SELECT count(DISTINCT a.bill_no || b.bill_no || c.bill_no || d.bill_no) FROM cached_sales_orders a CROSS JOIN cached_sales_orders b CROSS JOIN cached_sales_orders c CROSS JOIN cached_sales_orders d
SELECT a.bill_no, b.bill_no, c.bill_no, d.bill_no, count(*) FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d GROUP BY a.bill_no, b.bill_no, c.bill_no, d.bill_no
SELECT a.bill_no FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d ORDER BY a.qty * b.qty * c.qty * d.qty DESC
SELECT DISTINCT a.bill_no || b.bill_no || c.bill_no FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d ORDER BY 1
SELECT row_number() OVER (ORDER BY a.qty) FROM cached_sales_orders a, cached_sales_orders b, cached_sales_orders c, cached_sales_orders d
WITH a AS (SELECT x.bill_no AS v FROM cached_sales_orders x, cached_sales_orders y, cached_sales_orders z) SELECT max(p.v || q.v) FROM a p, a q
WITH a AS (SELECT bill_no || material_name AS v FROM cached_sales_orders), b AS (SELECT v || v AS v FROM a), c AS (SELECT v || v AS v FROM b), d AS (SELECT v || v AS v FROM c) SELECT max(length(x.v)) FROM d x, d y, d z, d w WHERE x.v LIKE '%M%O%'
SELECT count(*) FROM cached_sales_orders a WHERE EXISTS (SELECT 1 FROM cached_sales_orders b, cached_sales_orders c, cached_sales_orders d, cached_sales_orders e WHERE b.qty + c.qty + d.qty + e.qty < 0)
