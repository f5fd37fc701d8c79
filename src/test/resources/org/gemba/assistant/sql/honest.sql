-- One lawful question a line; each must pass and run.
SELECT mto_number AS "MTO单号", SUM(qty) AS "数量" FROM cached_sales_orders GROUP BY mto_number ORDER BY SUM(qty) DESC LIMIT 20
select * from cached_production_orders
SELECT count(*) FROM cached_production_bom;
SELECT c.mto_number, c.qty FROM cached_purchase_orders c WHERE c.remain_stock_in_qty > 0 LIMIT 5
SELECT material_name FROM cached_sales_orders WHERE material_name LIKE '%delete%' OR material_name = 'DROP TABLE users; --'
SELECT material_name FROM cached_sales_orders WHERE material_name = 'it''s -- not a comment' LIMIT 3
SELECT replace(mto_number, 'AK', '') AS short FROM cached_sales_orders LIMIT 3
SELECT upper(customer_name), lower(aux_attributes), length(bill_no) FROM cached_sales_orders
WITH a AS (SELECT mto_number, sum(app_qty) AS applied FROM cached_material_picking GROUP BY mto_number), b AS (SELECT mto_number, sum(actual_qty) AS issued FROM cached_material_picking GROUP BY mto_number) SELECT a.mto_number, b.issued - a.applied AS over FROM a JOIN b ON a.mto_number = b.mto_number WHERE b.issued > a.applied ORDER BY over DESC LIMIT 10
SELECT mto_number FROM cached_sales_orders UNION SELECT mto_number FROM cached_production_orders ORDER BY 1 LIMIT 10
SELECT mto_number FROM cached_sales_orders EXCEPT SELECT mto_number FROM cached_sales_delivery
SELECT s.mto_number, d.real_qty FROM cached_sales_orders s LEFT JOIN cached_sales_delivery d ON d.mto_number = s.mto_number WHERE d.real_qty IS NULL OR d.real_qty < s.qty
SELECT s.mto_number FROM cached_sales_orders s INNER JOIN cached_sales_delivery d USING (mto_number) LIMIT 3
SELECT customer_name, count(DISTINCT mto_number) AS orders FROM cached_sales_orders GROUP BY customer_name HAVING count(*) > 1
SELECT extract(year FROM order_date) AS y, extract(month FROM order_date) AS m, sum(qty) FROM cached_sales_orders GROUP BY extract(year FROM order_date), extract(month FROM order_date)
SELECT to_char(order_date, 'YYYY-MM') AS month, sum(qty) FROM cached_sales_orders GROUP BY to_char(order_date, 'YYYY-MM')
SELECT bill_no FROM cached_sales_orders WHERE order_date >= DATE '2026-03-01' AND order_date < current_date
SELECT bill_no FROM cached_sales_orders WHERE order_date BETWEEN '2026-01-01' AND '2026-02-01'
SELECT bill_no FROM cached_sales_orders WHERE order_date > current_date - INTERVAL '30' DAY
SELECT CASE WHEN qty > 100 THEN 'large' WHEN qty > 10 THEN 'middle' ELSE 'small' END AS size, count(*) FROM cached_sales_orders GROUP BY CASE WHEN qty > 100 THEN 'large' WHEN qty > 10 THEN 'middle' ELSE 'small' END
SELECT round(sum(actual_qty) / nullif(sum(app_qty), 0) * 100, 1) AS "领料率%" FROM cached_material_picking
SELECT coalesce(max(qty), 0) FROM cached_sales_orders WHERE mto_number IN ('AK2510001', 'AK2510002')
SELECT bill_no FROM cached_sales_orders WHERE mto_number IN (SELECT mto_number FROM cached_production_orders WHERE qty > 250)
SELECT bill_no FROM cached_sales_orders s WHERE NOT EXISTS (SELECT 1 FROM cached_sales_delivery d WHERE d.mto_number = s.mto_number)
SELECT mto_number, rank() OVER (PARTITION BY workshop ORDER BY qty DESC) AS place FROM cached_production_orders LIMIT 5
SELECT t.mto_number, t.total FROM (SELECT mto_number, sum(qty) AS total FROM cached_sales_orders GROUP BY mto_number) AS t WHERE t.total > 10
SELECT cast(qty AS integer) AS n, bill_no || '/' || mto_number AS label FROM cached_sales_orders
SELECT DISTINCT workshop FROM cached_production_orders ORDER BY workshop ASC NULLS LAST
SELECT * FROM cached_sales_orders FETCH FIRST 5 ROWS ONLY
SELECT * FROM cached_sales_orders LIMIT 999999
SELECT * FROM cached_sales_orders LIMIT 10 OFFSET 20
SELECT -qty AS negative FROM cached_sales_orders
SELECT /* all of them */ count(*) AS n FROM sync_history -- done
SELECT a.mto_number FROM cached_sales_orders a, cached_production_orders b WHERE a.mto_number = b.mto_number AND a.bill_no <> b.bill_no
SELECT bill_no FROM cached_sales_orders WHERE NOT (qty > 5 AND qty <= 100) OR customer_name != 'W1'
SELECT bill_no FROM cached_sales_orders WHERE material_name NOT LIKE '%x%' AND qty IS NOT NULL AND qty NOT IN (1, 2)
