package org.gemba.planning.http;

import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.NewProduct;
import org.gemba.planning.ProductChange;
import org.gemba.planning.ProductFilter;
import org.gemba.planning.ProductService;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/products`.
public final class ProductRoutes {
    private static final int LONGEST_SEARCH = 200;

    private final ProductService service;

    private ProductRoutes(ProductService service) {
        this.service = service;
    }

    record Deleted(boolean success, String message) {}

    public static List<Route> of(ProductService service) {
        var routes = new ProductRoutes(service);
        return List.of(
                Route.get(ApiFamily.PLANNING, "/api/products", "Products, by name")
                        .needs(Permission.PLANNING_READ)
                        .query("page", "integer", "from 1")
                        .query("per_page", "integer", "1 to 100, otherwise 20")
                        .query("search", "string", "a part of name or SKU")
                        .query("market", "string", "one of the markets")
                        .query("product_type", "string", "one of the types")
                        .query("active", "boolean", "only active ones, or only others")
                        .answersPage(ProductAnswers.Row.class)
                        .handle(routes::list),
                Route.get(ApiFamily.PLANNING, "/api/products/{id}", "A product with its sales and stock")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("id", "a number")
                        .answers(ProductAnswers.Detail.class)
                        .handle(call -> ProductAnswers.Detail.of(service.find(call.caller(), id(call)))),
                Route.post(ApiFamily.PLANNING, "/api/products", "Add a product")
                        .needs(Permission.PLANNING_WRITE)
                        .takes(ProductAnswers.NewBody.class)
                        .once()
                        .answers(ProductAnswers.Row.class)
                        .status(201)
                        .handle(routes::add),
                Route.put(ApiFamily.PLANNING, "/api/products/{id}", "Change a product; what is absent stays")
                        .needs(Permission.PLANNING_WRITE)
                        .pathParameter("id", "a number")
                        .takes(ProductAnswers.ChangeBody.class)
                        .answers(ProductAnswers.Row.class)
                        .handle(routes::change),
                Route.delete(ApiFamily.PLANNING, "/api/products/{id}", "Make a product inactive")
                        .needs(Permission.PLANNING_WRITE)
                        .pathParameter("id", "a number")
                        .answersBare(Deleted.class)
                        .handle(routes::delete));
    }

    /// What is no number is no product.
    static long id(Call call) {
        return number(call.path("id"), "Product");
    }

    static long number(String text, String what) {
        if (!text.matches("\\d{1,18}")) throw new AppError.NotFound(what, text);
        return Long.parseLong(text);
    }

    private Object list(Call call) {
        int page = call.queryInt("page", 1, 1, 1_000_000);
        int size = call.queryInt("per_page", 20, 1, 100);
        var search = call.query("search").filter(text -> !text.isBlank()).orElse(null);
        if (search != null && search.length() > LONGEST_SEARCH) {
            call.fault(new FieldError(Place.QUERY, "search", search, new Rule.TooLong(LONGEST_SEARCH)));
        }
        var market = oneOf(call, "market", service.settings().markets());
        var type = oneOf(call, "product_type", service.settings().types());
        Boolean active = call.query("active").isEmpty() ? null : Boolean.valueOf(call.queryFlag("active", true));
        call.checked();
        var filter = new ProductFilter(search, market, type, active, size, (page - 1L) * size);
        var found = service.list(call.caller(), filter);
        return new Page<>(
                "products",
                found.products().stream().map(ProductAnswers.Row::of).toList(),
                page,
                size,
                found.total());
    }

    private static @Nullable String oneOf(Call call, String name, List<String> allowed) {
        var text = call.query(name).orElse(null);
        if (text != null && !allowed.contains(text)) {
            call.fault(new FieldError(Place.QUERY, name, text, new Rule.OneOf(allowed)));
        }
        return text;
    }

    private Object add(Call call) {
        var body = call.body(ProductAnswers.NewBody.class);
        var added = service.add(
                call.caller(),
                new NewProduct(
                        body.name(),
                        body.sku(),
                        body.productType(),
                        body.market(),
                        body.costPrice(),
                        body.sellingPrice(),
                        body.leadTimeDays()));
        return Answer.created(new Reply("Product created successfully", ProductAnswers.Row.of(added)));
    }

    private Object change(Call call) {
        var body = call.body(ProductAnswers.ChangeBody.class);
        var changed = service.change(
                call.caller(),
                id(call),
                new ProductChange(
                        body.name(),
                        body.sku(),
                        body.productType(),
                        body.market(),
                        body.costPrice(),
                        body.sellingPrice(),
                        body.leadTimeDays(),
                        body.isActive(),
                        body.version()));
        return new Reply("Product updated successfully", ProductAnswers.Row.of(changed));
    }

    private Object delete(Call call) {
        service.delete(call.caller(), id(call));
        return Answer.bare(new Deleted(true, "Product deleted successfully"));
    }
}
